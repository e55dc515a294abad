using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Items;

/// <summary>Which items a change is about.</summary>
public static class ItemKeys
{
    private const int MonthsOfYear = 12;

    /// <summary>The item that a change puts or takes out; null if it is about a voter, or its key cannot be read.</summary>
    public static ItemKey? Of(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.ProgressReport when ReportMonth.TryParse(change.ProgressReport.Month, out var month) => OfReport(month),
        Change.KindOneofCase.ProgressPlan => OfPlan(change.ProgressPlan.Year),
        _ => PartyKeys.Of(change),
    };

    /// <summary>The reports of the year before a month, latest first.</summary>
    public static IEnumerable<ItemKey> ReportsBefore(ReportMonth month) => ReportsOf(month.Year).Take(month.Month - 1).Reverse();

    /// <summary>The reports of the year after a month, earliest first.</summary>
    public static IEnumerable<ItemKey> ReportsAfter(ReportMonth month) => ReportsOf(month.Year).Skip(month.Month);

    /// <summary>The report of a month.</summary>
    public static ItemKey OfReport(ReportMonth month) => new(ItemKind.ProgressReport, month.ToString());

    /// <summary>The reports of a year, in order.</summary>
    public static IEnumerable<ItemKey> ReportsOf(int year) => Enumerable.Range(1, MonthsOfYear).Select(month => OfReport(new ReportMonth(year, month)));

    /// <summary>The plan of a year.</summary>
    public static ItemKey OfPlan(int year) => new(ItemKind.ProgressPlan, year.ToString("0000", CultureInfo.InvariantCulture));
}
