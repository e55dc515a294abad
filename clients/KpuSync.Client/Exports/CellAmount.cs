using System.Globalization;
using KpuSync.Rules.Registry;

namespace KpuSync.Client.Exports;

/// <summary>Reads an amount of rupiah as people write it: <c>1234567</c>, <c>1.234.567</c>, <c>1,234,567.00</c>, <c>Rp 1.234.567,-</c>.</summary>
internal static class CellAmount
{
    private const int GroupLength = 3;
    private const int FractionLengthMax = 2;

    /// <summary>Reads a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="amount">Whole rupiah.</param>
    /// <returns>Null if it was read; otherwise the rule that it breaks.</returns>
    public static Rule? Read(string cell, out long amount)
    {
        amount = 0;
        var text = Bare(cell);
        var isNegative = text.StartsWith('-');
        if (isNegative)
            text = text[1..];
        if (text.Length == 0 || !text.All(c => char.IsAsciiDigit(c) || c is '.' or ','))
            return FileRules.NumberUnreadable;
        if (Split(text) is not { } parts)
            return FileRules.AmountUnclear;
        if (parts.Fraction.Any(c => c != '0'))
            return FileRules.AmountHasFraction;
        if (!long.TryParse(parts.Whole, NumberStyles.None, CultureInfo.InvariantCulture, out amount))
            return FileRules.NumberUnreadable;
        amount = isNegative ? -amount : amount;
        return null;
    }

    // Without what only decorates: the currency, spaces between groups, and the dash for no cents.
    private static string Bare(string cell)
    {
        var text = cell.Trim();
        if (text.StartsWith("Rp", StringComparison.OrdinalIgnoreCase))
            text = text[2..].TrimStart('.').Trim();
        if (text.EndsWith(",-", StringComparison.Ordinal) || text.EndsWith(".-", StringComparison.Ordinal))
            text = text[..^2];
        return string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
    }

    // Null if it can be read in two ways.
    private static (string Whole, string Fraction)? Split(string text)
    {
        var last = text.LastIndexOfAny(['.', ',']);
        if (last < 0)
            return (text, "");
        var (separator, tail) = (text[last], text[(last + 1)..]);
        var isDecimal = text.Count(c => c == separator) == 1 && tail.Length is > 0 and <= FractionLengthMax;
        var whole = isDecimal ? text[..last] : text;
        if (!isDecimal && text.Contains(separator == '.' ? ',' : '.', StringComparison.Ordinal))
            return null;

        // What is left has one kind of separator at most, between groups of three.
        var groups = whole.Split('.', ',');
        var areGroups = groups.Length == 1 || (groups[0].Length is > 0 and <= GroupLength && Array.TrueForAll(groups[1..], g => g.Length == GroupLength));
        return areGroups ? (string.Concat(groups), isDecimal ? tail : "") : null;
    }
}
