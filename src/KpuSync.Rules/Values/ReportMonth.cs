using System.Globalization;

namespace KpuSync.Rules.Values;

/// <summary>The month of a progress report, <c>YYYY-MM</c>.</summary>
/// <param name="Year">2000 to 2999.</param>
/// <param name="Month">1 to 12.</param>
public readonly record struct ReportMonth(int Year, int Month) : IComparable<ReportMonth>
{
    /// <summary>The month of a day.</summary>
    public static ReportMonth Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads a month.</summary>
    public static bool TryParse(string? text, out ReportMonth month)
    {
        month = default;
        if (!RecapPeriod.TryParse(text, out var period) || period.FirstDay.Month != period.LastDay.Month)
            return false;
        month = Of(period.FirstDay);
        return true;
    }

    /// <summary>Reads a month.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a month.</exception>
    public static ReportMonth Parse(string text) => TryParse(text, out var month) ? month : throw new FormatException($"Not a month: '{text}'.");

    /// <inheritdoc/>
    public int CompareTo(ReportMonth other) => (Year, Month).CompareTo((other.Year, other.Month));

    /// <summary>Whether it lies before the other.</summary>
    public static bool operator <(ReportMonth a, ReportMonth b) => a.CompareTo(b) < 0;

    /// <summary>Whether it lies after the other.</summary>
    public static bool operator >(ReportMonth a, ReportMonth b) => a.CompareTo(b) > 0;

    /// <summary>Whether it is the other or lies before.</summary>
    public static bool operator <=(ReportMonth a, ReportMonth b) => a.CompareTo(b) <= 0;

    /// <summary>Whether it is the other or lies after.</summary>
    public static bool operator >=(ReportMonth a, ReportMonth b) => a.CompareTo(b) >= 0;

    /// <summary>As <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}
