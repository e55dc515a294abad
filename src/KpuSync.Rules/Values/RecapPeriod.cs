using System.Globalization;

namespace KpuSync.Rules.Values;

/// <summary>A period of the recap: a month (<c>2026-10</c>), a quarter (<c>2026-Q3</c>) or a semester (<c>2026-S1</c>).</summary>
/// <remarks>PKPU 1/2025: a regency recaps at least every 3 months, province and centre every 6; earlier practice was monthly.</remarks>
public readonly record struct RecapPeriod
{
    /// <summary>Earliest year that is taken.</summary>
    public const int YearMin = 2000;

    /// <summary>Latest year that is taken.</summary>
    public const int YearMax = 2999;

    private readonly string? _text;

    private RecapPeriod(string text, DateOnly firstDay, int months)
    {
        _text = text;
        FirstDay = firstDay;
        LastDay = firstDay.AddMonths(months).AddDays(-1);
    }

    /// <summary>Its first day.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Its last day.</summary>
    public DateOnly LastDay { get; }

    /// <summary>Whether it is a semester: January to June, or July to December.</summary>
    public bool IsSemester => FirstDay.AddMonths(6) == LastDay.AddDays(1);

    /// <summary>Reads a period; letters may be small.</summary>
    public static bool TryParse(string? text, out RecapPeriod period)
    {
        period = default;
        if (text is not { Length: 7 } || text[4] != '-' || Number(text.AsSpan(0, 4)) is not (>= YearMin and <= YearMax and var year))
            return false;
        var upper = text.ToUpperInvariant();
        (int Month, int Months)? span = (upper[5], Number(upper.AsSpan(6))) switch
        {
            ('Q', >= 1 and <= 4 and var quarter) => ((quarter * 3) - 2, 3),
            ('S', >= 1 and <= 2 and var semester) => ((semester * 6) - 5, 6),
            ('0' or '1', _) when Number(upper.AsSpan(5)) is >= 1 and <= 12 and var month => (month, 1),
            _ => null,
        };
        if (span is not { } found)
            return false;
        period = new RecapPeriod(upper, new DateOnly(year, found.Month, 1), found.Months);
        return true;
    }

    /// <summary>Reads a period.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a period.</exception>
    public static RecapPeriod Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"Not a recap period: '{text}'.");

    /// <summary>Whether a day lies in it.</summary>
    public bool Contains(DateOnly day) => FirstDay <= day && day <= LastDay;

    /// <summary>Whether the two have a day in common.</summary>
    public bool Overlaps(RecapPeriod other) => FirstDay <= other.LastDay && other.FirstDay <= LastDay;

    /// <summary>As <see cref="TryParse"/> reads it, with capitals.</summary>
    public override string ToString() => _text ?? "";

    private static int Number(ReadOnlySpan<char> digits) =>
        digits.IndexOfAnyExceptInRange('0', '9') < 0 && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}
