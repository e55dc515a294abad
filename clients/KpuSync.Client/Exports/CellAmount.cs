using System.Globalization;
using KpuSync.Rules.Registry;

namespace KpuSync.Client.Exports;

/// <summary>Reads an amount of rupiah as people write it: <c>1234567</c>, <c>1.234.567</c>, <c>1,234,567.00</c>, <c>Rp 1.234.567,-</c>.</summary>
internal static class CellAmount
{
    private const int GroupLength = 3;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="amount">Whole rupiah.</param>
    /// <returns>Null if it was read; otherwise the rule that it breaks.</returns>
    public static Rule? Read(string cell, out long amount)
    {
        amount = 0;
        var groups = Bare(cell).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var text = string.Concat(groups);
        var isNegative = text.StartsWith('-');
        if (isNegative)
            text = text[1..];
        if (text.Length == 0 || !text.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
            return FileRules.NumberUnreadable;
        if (!groups.Skip(1).All(IsGroup) || Split(text) is not { } parts)
            return FileRules.AmountUnclear;
        if (parts.Fraction.Any(c => c != '0'))
            return FileRules.AmountHasFraction;
        if (!long.TryParse(parts.Whole, NumberStyles.None, CultureInfo.InvariantCulture, out amount))
            return FileRules.NumberUnreadable;
        amount = isNegative ? -amount : amount;
        return null;
    }

    // Without what only decorates: the currency, and the dash for no cents.
    private static string Bare(string cell)
    {
        var text = cell.Trim();
        if (text.StartsWith("Rp", StringComparison.OrdinalIgnoreCase))
            text = text[2..].TrimStart('.').Trim();
        return text.EndsWith(",-", StringComparison.Ordinal) || text.EndsWith(".-", StringComparison.Ordinal) ? text[..^2] : text;
    }

    // What stands behind a space: three digits, at the end with a fraction.
    private static bool IsGroup(string text) => text.Length == GroupLength || (text.Length > GroupLength && text[GroupLength] is '.' or ',');

    // Null if it can be read in two ways.
    private static (string Whole, string Fraction)? Split(string text)
    {
        var last = text.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return (text, "");
        var (separator, tail) = (text[last], text[(last + 1)..]);

        // Three digits behind the only separator are a group: nobody writes a thousandth of a rupiah.
        var isDecimal = text.Count(c => c == separator) == 1 && tail.Length is > 0 and not GroupLength;
        var whole = isDecimal ? text[..last] : text;
        if (!isDecimal && text.Contains(separator == '.' ? ',' : '.', StringComparison.Ordinal))
            return null;

        // What is left has one kind of separator at most, between groups of three.
        var groups = whole.Split('.', ',');
        var areGroups = groups.Length == 1
            || (groups[0].Length is > 0 and <= GroupLength && groups[0][0] != '0' && Array.TrueForAll(groups[1..], g => g.Length == GroupLength));
        return areGroups ? (string.Concat(groups), isDecimal ? tail : "") : null;
    }
}
