namespace KpuSync.Rules.Values;

/// <summary>Parsing, writing and masking that identity and family card numbers share.</summary>
internal static class SixteenDigits
{
    public const int Length = 16;

    /// <summary>Reads exactly 16 ASCII digits; other digits of Unicode are refused, since nothing downstream could compare them.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.Length != Length)
            return false;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + (c - '0');
        }

        return true;
    }

    /// <summary>All digits equal, or the keyboard's own order: what people type when they have no number.</summary>
    public static bool IsPlaceholder(long value) => value % 1_111_111_111_111_111 == 0 || value is 1234567890123456;

    public static string Text(long value) =>
        string.Create(Length, value, static (span, v) =>
        {
            for (var i = span.Length - 1; i >= 0; i--, v /= 10)
                span[i] = (char)('0' + (v % 10));
        });

    /// <summary>First and last four digits, as public lists show them: <c>5104********0391</c>.</summary>
    public static string Masked(long value) =>
        string.Create(Length, value, static (span, v) =>
        {
            for (var i = span.Length - 1; i >= 0; i--, v /= 10)
                span[i] = i is < 4 or >= 12 ? (char)('0' + (v % 10)) : '*';
        });
}
