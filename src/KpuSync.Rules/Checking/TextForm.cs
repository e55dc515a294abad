using System.Buffers;
using System.Globalization;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Checking;

/// <summary>The form of the contract's texts: capitals, single spaces, no control characters, so many characters at most.</summary>
internal static class TextForm
{
    private const int IdentityNumberLength = 16;

    private static readonly SearchValues<char> Capitals = SearchValues.Create(" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`{|}~");

    /// <summary>A text that must be there.</summary>
    public static Broken? Required(string text, int max) => string.IsNullOrWhiteSpace(text) ? FieldRules.Required : Optional(text, max);

    /// <summary>A text that may be empty.</summary>
    public static Broken? Optional(string text, int max)
    {
        if (Free(text, max) is { } broken)
            return broken;
        return IsNormalised(text) ? null : FieldRules.TextNotNormalised;
    }

    /// <summary>A text in the sender's own writing: only its length and invisible characters are checked.</summary>
    public static Broken? Free(string text, int max)
    {
        if (text.Length > max)
            return new Broken(FieldRules.TextTooLong, ("max", max.ToString(CultureInfo.InvariantCulture)));
        return HoldsInvisible(text) ? FieldRules.TextControlCharacter : null;
    }

    /// <summary>Whether some run of digits is exactly as long as an identity number.</summary>
    public static bool HoldsIdentityNumber(string text)
    {
        var run = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
                run++;
            else if (run == IdentityNumberLength)
                return true;
            else
                run = 0;
        }

        return run == IdentityNumberLength;
    }

    private static bool IsNormalised(string text)
    {
        if (text.Length == 0)
            return true;
        if (text[0] == ' ' || text[^1] == ' ' || text.Contains("  ", StringComparison.Ordinal))
            return false;
        var rest = text.AsSpan();
        for (var other = rest.IndexOfAnyExcept(Capitals); other >= 0; other = rest.IndexOfAnyExcept(Capitals))
        {
            if (char.IsLower(rest[other]) || char.IsWhiteSpace(rest[other]))
                return false;
            rest = rest[(other + 1)..];
        }

        return true;
    }

    private static bool HoldsInvisible(string text)
    {
        var rest = text.AsSpan();
        for (var other = rest.IndexOfAnyExceptInRange(' ', '~'); other >= 0; other = rest.IndexOfAnyExceptInRange(' ', '~'))
        {
            if (IsInvisible(rest[other]))
                return true;
            rest = rest[(other + 1)..];
        }

        return false;
    }

    // Format characters (zero width, direction overrides) make two names look alike that are not.
    private static bool IsInvisible(char c) => char.GetUnicodeCategory(c)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse;
}
