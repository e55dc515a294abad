using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Rules.Values;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync progress</c>: <c>push</c>, <c>show</c> and <c>history</c> of the monthly progress.</summary>
internal static class ProgressCommand
{
    public static Command Build(SharedOptions shared) =>
        new("progress", shared.T(ProgressReportTexts.Command)) { ProgressPushCommand.Build(shared), BuildShow(shared), BuildHistory(shared) };

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
