using System.Globalization;

namespace KpuSync.Rules.Values;

/// <summary>Dates as the contract writes them: <c>YYYY-MM-DD</c>, ASCII digits, a day that exists.</summary>
public static class IsoDate
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Reads a date; false for any other form and for days that do not exist.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    /// <summary>Writes a date.</summary>
    public static string Text(DateOnly date) => date.ToString(Format, CultureInfo.InvariantCulture);
}
