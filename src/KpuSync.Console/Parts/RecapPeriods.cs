using System.Globalization;
using KpuSync.Rules.Values;

namespace KpuSync.Console.Parts;

/// <summary>The periods that there are to choose from.</summary>
internal static class RecapPeriods
{
    private const int MonthsShown = 18;

    /// <summary>Quarters, semesters and months until a day, the newest first; the quarter that the day lies in before all others.</summary>
    public static IReadOnlyList<string> Until(DateOnly today, string? asked)
    {
        var months = Enumerable.Range(0, MonthsShown).Select(i => today.AddMonths(-i)).ToList();
        List<string> periods =
        [
            .. months.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Year}-Q{(m.Month + 2) / 3}")).Distinct(),
            .. months.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Year}-S{(m.Month + 5) / 6}")).Distinct(),
            .. months.Select(m => ReportMonth.Of(m).ToString()),
        ];
        if (RecapPeriod.TryParse(asked, out _) && !periods.Contains(asked!))
            periods.Add(asked!);
        return periods;
    }
}
