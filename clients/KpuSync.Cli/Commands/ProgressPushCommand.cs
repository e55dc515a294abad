using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using FieldNames = KpuSync.Rules.Registry.FieldNames;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync progress push</c>: reports and plans from a file, one report by options, or one plan by options.</summary>
internal static class ProgressPushCommand
{
    private const int Months = 12;

    // The report's options, and the columns of the file that they stand for.
    private static readonly (string Option, string Column)[] Cells =
    [
        ("--month", "BULAN"), ("--initial", "PAGU_AWAL"), ("--revised", "PAGU_REVISI"), ("--revision", "REVISI_KE"), ("--blocked", "BLOKIR"),
        ("--realised", "REALISASI"), ("--ceiling-51", "PAGU_51"), ("--realised-51", "REALISASI_51"), ("--ceiling-52", "PAGU_52"), ("--realised-52", "REALISASI_52"),
        ("--ceiling-53", "PAGU_53"), ("--realised-53", "REALISASI_53"), ("--asked-on", "REVISI_DIAJUKAN"), ("--asked-ceiling", "PAGU_DIAJUKAN"),
        ("--commissioners", "ANGGOTA"), ("--pns", "PNS"), ("--pppk", "PPPK"), ("--ppnpn", "PPNPN"), ("--ppid-received", "PPID_DITERIMA"),
        ("--ppid-granted", "PPID_DIKABULKAN"), ("--ppid-partly", "PPID_SEBAGIAN"), ("--ppid-refused", "PPID_DITOLAK"), ("--ppid-objections", "PPID_KEBERATAN"),
        ("--ppid-in-time", "PPID_TEPAT_WAKTU"), ("--website", "WEBSITE"), ("--social-media", "MEDSOS"),
    ];

    private static readonly string[] Needed = ["--month", "--initial", "--realised"];

    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string?>("FILE") { Description = shared.T(ProgressReportTexts.File), Arity = ArgumentArity.ZeroOrOne };
        var retry = new Option<bool>("--retry-rejected") { Description = shared.T(CommandTexts.PushRetry) };
        var plan = new Option<bool>("--plan") { Description = shared.T(ProgressReportTexts.PlanByOptions) };
        var year = new Option<string?>("--year") { Description = shared.T(ProgressReportTexts.PlanYear), HelpName = "2026" };
        var targets = new Option<string?>("--targets") { Description = shared.T(ProgressReportTexts.PlanTargets), HelpName = "N,N,..." };
        var options = Cells.Select(c => new Option<string?>(c.Option) { Description = ProgressReportTexts.Cell.In(shared.Language, NameOf(c.Column, shared.Language), c.Column), HelpName = "..." }).ToArray();
        targets.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && AmountsIn(text).Length is not Months and var count)
                result.AddError(ProgressReportTexts.TargetsCount.In(shared.Language, Months, count));
        });
        var command = shared.Command("push", ProgressReportTexts.Push, async (parsed, context, cancellation) =>
        {
            var report = await context.WithProgressAsync(progress => parsed.GetValue(file) is { } path
                ? context.Client.PushProgressAsync(path, parsed.GetValue(retry), progress, cancellation)
                : context.Client.PushProgressAsync(
                    parsed.GetValue(plan) ? PlanOf(parsed.GetValue(year)!, parsed.GetValue(targets)!) : Given(parsed, options), progress, cancellation));
            return PushView.Print(context, report);
        });
        command.Validators.Add(result =>
        {
            var isPlan = result.GetValue(plan) && Has(result, year) && Has(result, targets);
            var ofPlan = new Option[] { plan, year, targets }.Any(o => Has(result, o));
            var isReport = Array.TrueForAll(Needed, name => Has(result, Array.Find(options, o => o.Name == name)!));
            var ofReport = Array.Exists(options, o => Has(result, o));
            var isOneWay = result.GetValue(file) is not null ? !ofPlan && !ofReport : ofPlan ? isPlan && !ofReport : isReport;
            if (!isOneWay)
                result.AddError(ProgressReportTexts.FileOrOptions.In(shared.Language));
        });
        command.Arguments.Add(file);
        foreach (var option in new Option[] { retry, plan, year, targets }.Concat(options))
            command.Options.Add(option);
        return command;
    }

    private static bool Has(CommandResult result, Option option) => result.GetResult(option) is not null;

    // Amounts that are grouped by commas need another separator between them.
    private static string[] AmountsIn(string text) => text.Split(text.Contains(';', StringComparison.Ordinal) ? ';' : ',', StringSplitOptions.TrimEntries);

    private static Dictionary<string, string> PlanOf(string year, string targets)
    {
        var cells = new Dictionary<string, string> { ["TAHUN"] = year };
        foreach (var (month, amount) in AmountsIn(targets).Index())
            cells.Add(string.Create(CultureInfo.InvariantCulture, $"TARGET_{month + 1:00}"), amount);
        return cells;
    }

    private static string NameOf(string column, Language language) =>
        FieldNames.OfColumn(column, language) ?? column;

    private static Dictionary<string, string> Given(ParseResult parsed, Option<string?>[] options) =>
        Cells.Zip(options).Where(c => parsed.GetValue(c.Second) is not null).ToDictionary(c => c.First.Column, c => parsed.GetValue(c.Second)!);
}
