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
    // Compared with the nearest month of the year that was reported: the figures are cumulative.
    public static Decision Decide(in ScreenedChange screened, OfficeView view)
    {
        var report = screened.Change.ProgressReport;
        var before = ItemKeys.ReportsBefore(ReportMonth.Parse(report.Month)).Select(view.FindItem).FirstOrDefault(item => item is not null);
        if (before is null)
            return new Decision(OutcomeStatus.Applied, screened.Violations);

        var earlier = ProgressReport.Parser.ParseFrom(before.Record);
        if (report.Budget.Revision < earlier.Budget.Revision)
        {
            return new Decision(OutcomeStatus.Rejected, [.. screened.Violations, StateRules.ProgressRevisionWentBack.At(
                "progress_report.budget.revision", ("month", earlier.Month), ("before", Text(earlier.Budget.Revision)), ("revision", Text(report.Budget.Revision)))]);
        }

        return report.Budget.Realised >= earlier.Budget.Realised
            ? new Decision(OutcomeStatus.Applied, screened.Violations)
            : new Decision(OutcomeStatus.Applied, [.. screened.Violations, StateRules.ProgressRealisedFell.At(
                "progress_report.budget.realised", ("month", earlier.Month), ("before", Text(earlier.Budget.Realised)), ("realised", Text(report.Budget.Realised)))]);
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
