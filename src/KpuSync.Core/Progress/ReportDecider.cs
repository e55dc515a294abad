using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Push;
using KpuSync.Core.Register;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Progress;

/// <summary>Decides a monthly report that says something new.</summary>
internal static class ReportDecider
{
    /// <summary>What becomes of a report: compared with the nearest months of the year that were reported, on both sides, since the figures are cumulative.</summary>
    public static Decision Decide(in ScreenedChange screened, OfficeView view)
    {
        var report = screened.Change.ProgressReport;
        var month = ReportMonth.Parse(report.Month);
        var earlier = NearestOf(ItemKeys.ReportsBefore(month), view);
        var later = NearestOf(ItemKeys.ReportsAfter(month), view);
        if (UnfitOf(report.Budget.Revision, earlier, later) is { } unfit)
        {
            return new Decision(OutcomeStatus.Rejected, [.. screened.Violations, StateRules.ProgressRevisionWentBack.At(
                "progress_report.budget.revision", ("month", unfit.Month), ("other", Text(unfit.Budget.Revision)), ("revision", Text(report.Budget.Revision)))]);
        }

        return new Decision(OutcomeStatus.Applied, [.. screened.Violations, .. WarningsOf(report, earlier, later)]);
    }

    private static ProgressReport? UnfitOf(int revision, ProgressReport? earlier, ProgressReport? later)
    {
        if (earlier is not null && revision < earlier.Budget.Revision)
            return earlier;
        return later is not null && revision > later.Budget.Revision ? later : null;
    }

    private static IEnumerable<Violation> WarningsOf(ProgressReport report, ProgressReport? earlier, ProgressReport? later)
    {
        const string field = "progress_report.budget.realised";
        var realised = report.Budget.Realised;
        if (earlier is not null && realised < earlier.Budget.Realised)
            yield return StateRules.ProgressRealisedFell.At(field, ("month", earlier.Month), ("before", Text(earlier.Budget.Realised)), ("realised", Text(realised)));
        if (later is not null && realised > later.Budget.Realised)
            yield return StateRules.ProgressRealisedOverLater.At(field, ("month", later.Month), ("later", Text(later.Budget.Realised)), ("realised", Text(realised)));
    }

    private static ProgressReport? NearestOf(IEnumerable<ItemKey> keys, OfficeView view) =>
        keys.Select(view.FindItem).FirstOrDefault(item => item is not null) is { } nearest ? ProgressReport.Parser.ParseFrom(nearest.Record) : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
