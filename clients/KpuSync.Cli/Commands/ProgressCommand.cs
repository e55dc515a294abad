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
        var month = MonthOption(shared, required: true);
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
                context, await context.Client.ProgressAsync(parsed.GetRequiredValue(month)!, range, cancellation), parsed.GetValue(csv), parsed.GetValue(xlsx));
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
        var month = MonthOption(shared, required: false);
        var plan = new Option<bool>("--plan") { Description = shared.T(ProgressReportTexts.HistoryPlan) };
        var year = new Option<int>("--year") { Description = shared.T(ProgressReportTexts.PlanYear), HelpName = "2026" };
        var office = OfficeOptions.Regency(shared);
        year.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number is >= RecapPeriod.YearMin and <= RecapPeriod.YearMax))
                result.AddError(UsageTexts.NumberOutOfRange.In(shared.Language, "--year", RecapPeriod.YearMin, RecapPeriod.YearMax));
        });
        var command = shared.Command("history", ProgressReportTexts.History, async (parsed, context, cancellation) =>
        {
            var of = parsed.GetValue(office);
            if (parsed.GetValue(month) is { } asked)
                return ProgressHistoryView.Print(context, asked, await context.Client.ListReportVersionsAsync(asked, of, cancellation));
            var planned = parsed.GetValue(year);
            return ProgressHistoryView.Print(context, planned, await context.Client.ListPlanVersionsAsync(planned, of, cancellation));
        });
        command.Validators.Add(result =>
        {
            var (ofPlan, hasYear) = (result.GetValue(plan), result.GetResult(year) is not null);
            if (ofPlan != hasYear || ofPlan == result.GetResult(month) is not null)
                result.AddError(ProgressReportTexts.MonthOrPlan.In(shared.Language));
        });
        foreach (var option in new Option[] { month, plan, year, office })
            command.Options.Add(option);
        return command;
    }

    private static Option<string?> MonthOption(SharedOptions shared, bool required)
    {
        var month = new Option<string?>("--month") { Description = shared.T(ProgressReportTexts.Month), HelpName = "2026-10", Required = required };
        month.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !ReportMonth.TryParse(text, out _))
                result.AddError(ProgressReportTexts.MonthMalformed.In(shared.Language, text));
        });
        return month;
    }
}
