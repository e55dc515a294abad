using System.Globalization;

namespace KpuSync.Rules.Values;

/// <summary>Dates as the contract writes them: <c>YYYY-MM-DD</c>, ASCII digits, a day that exists.</summary>
public static class IsoDate
{
    private const string Format = "yyyy-MM-dd";

    /// <summary>Reads a date; false for any other form and for days that do not exist.</summary>
    /// <remarks>By hand, since it runs several times for every change and row: about a tenth of the time of <see cref="DateOnly.TryParseExact(string, string, out DateOnly)"/>.</remarks>
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        if (text.Length != Format.Length || text[4] != '-' || text[7] != '-'
            || !TryParseDigits(text[..4], out var year) || !TryParseDigits(text[5..7], out var month) || !TryParseDigits(text[8..], out var day))
        {
            return false;
        }

        if (year == 0 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>Writes a date.</summary>
    public static string Text(DateOnly date) => date.ToString(Format, CultureInfo.InvariantCulture);

    private static bool TryParseDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + (c - '0');
        }

        return true;
    }
}
