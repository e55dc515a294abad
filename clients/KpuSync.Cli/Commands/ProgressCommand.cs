using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Rules.Values;
using FieldNames = KpuSync.Rules.Registry.FieldNames;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync progress</c>: <c>push</c>, <c>show</c> and <c>history</c> of the monthly progress.</summary>
internal static class ProgressCommand
{
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

    public static Command Build(SharedOptions shared) =>
        new("progress", shared.T(ProgressReportTexts.Command)) { BuildPush(shared), BuildShow(shared), BuildHistory(shared) };

    private static Command BuildPush(SharedOptions shared)
    {
        var file = new Argument<string?>("FILE") { Description = shared.T(ProgressReportTexts.File), Arity = ArgumentArity.ZeroOrOne };
        var retry = new Option<bool>("--retry-rejected") { Description = shared.T(CommandTexts.PushRetry) };
        var options = Cells.Select(c => new Option<string?>(c.Option) { Description = ProgressReportTexts.Cell.In(shared.Language, NameOf(c.Column, shared.Language), c.Column), HelpName = "..." }).ToArray();
        var command = shared.Command("push", ProgressReportTexts.Push, async (parsed, context, cancellation) =>
        {
            var report = await context.WithProgressAsync(progress => parsed.GetValue(file) is { } path
                ? context.Client.PushProgressAsync(path, parsed.GetValue(retry), progress, cancellation)
                : context.Client.PushProgressAsync(Given(parsed, options), progress, cancellation));
            return PushView.Print(context, report);
        });
        command.Validators.Add(result =>
        {
            var given = options.Count(o => result.GetResult(o) is not null);
            var isWhole = Array.TrueForAll(["--month", "--initial", "--realised"], name => result.GetResult(Array.Find(options, o => o.Name == name)!) is not null);
            if (result.GetValue(file) is null ? !isWhole : given > 0)
                result.AddError(ProgressReportTexts.FileOrOptions.In(shared.Language));
        });
        command.Arguments.Add(file);
        command.Options.Add(retry);
        foreach (var option in options)
            command.Options.Add(option);
        return command;
    }

    private static Command BuildShow(SharedOptions shared)
    {
        var month = MonthOption(shared);
        var office = OfficeOptions.Range(shared);
        var province = new Option<string?>("--province") { Description = shared.T(ProgressReportTexts.Province), HelpName = "52" };
        province.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } code && !OfficeCode.TryParse($"P{code}", out _))
                result.AddError(ProgressReportTexts.ProvinceMalformed.In(shared.Language, code));
        });
        var csv = new Option<string?>("--csv") { Description = shared.T(RecapTexts.Csv), HelpName = "FILE" };
        var xlsx = new Option<string?>("--xlsx") { Description = shared.T(ProgressReportTexts.Xlsx), HelpName = "FILE" };
        var command = shared.Command("show", ProgressReportTexts.Show, async (parsed, context, cancellation) =>
        {
            var range = parsed.GetValue(province) is { } code ? $"P{code}" : parsed.GetValue(office);
            return ProgressView.Print(
                context, await context.Client.ProgressAsync(parsed.GetRequiredValue(month), range, cancellation), parsed.GetValue(csv), parsed.GetValue(xlsx));
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(office) is not null && result.GetResult(province) is not null)
                result.AddError(ProgressReportTexts.OfficeOrProvince.In(shared.Language));
        });
        foreach (var option in new Option[] { month, office, province, csv, xlsx })
            command.Options.Add(option);
        return command;
    }

    private static Command BuildHistory(SharedOptions shared)
    {
        var month = MonthOption(shared);
        var office = OfficeOptions.Regency(shared);
        var command = shared.Command("history", ProgressReportTexts.History, async (parsed, context, cancellation) =>
        {
            var (asked, of) = (parsed.GetRequiredValue(month), parsed.GetValue(office));
            var versions = await context.Client.ListReportVersionsAsync(asked, of, cancellation);
            return ProgressView.PrintVersions(context, of ?? (versions.Count > 0 ? versions[0].Report.OfficeCode : ""), asked, versions);
        });
        command.Options.Add(month);
        command.Options.Add(office);
        return command;
    }

    private static string NameOf(string column, Language language) =>
        FieldNames.OfColumn(column, language) ?? column;

    private static Dictionary<string, string> Given(ParseResult parsed, Option<string?>[] options) =>
        Cells.Zip(options).Where(c => parsed.GetValue(c.Second) is not null).ToDictionary(c => c.First.Column, c => parsed.GetValue(c.Second)!);

    private static Option<string> MonthOption(SharedOptions shared)
    {
        var month = new Option<string>("--month") { Description = shared.T(ProgressReportTexts.Month), HelpName = "2026-10", Required = true };
        month.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !ReportMonth.TryParse(text, out _))
                result.AddError(ProgressReportTexts.MonthMalformed.In(shared.Language, text));
        });
        return month;
    }
}
