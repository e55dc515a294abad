using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Core.Push;
using KpuSync.Core.Register;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Items;

/// <summary>Decides a change of an item against what the office keeps. It changes nothing.</summary>
internal static class ItemDecider
{
    public static Decision Decide(in ScreenedChange screened, ItemKey key, OfficeView view)
    {
        var change = screened.Change;
        var current = view.FindItem(key);
        if (change.IfRevision is { } revision && !(current?.Position == revision.Position && current.Index == revision.Index))
            return new Decision(OutcomeStatus.Conflict, [.. screened.Violations, StateRules.RevisionNotCurrent.At("if_revision")]);
        if (current is not null && current.Record.AsSpan().SequenceEqual(ItemTransition.RecordOf(change)))
            return new Decision(OutcomeStatus.Unchanged, screened.Violations);
        return change.KindCase is Change.KindOneofCase.ProgressReport
            ? DecideReport(screened, view)
            : new Decision(OutcomeStatus.Applied, screened.Violations);
    }

    // Compared with the nearest month of the year that was reported: the figures are cumulative.
    private static Decision DecideReport(in ScreenedChange screened, OfficeView view)
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
