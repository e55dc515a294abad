namespace KpuSync.Server.Logs;

/// <summary>Masks identity numbers in text: of 16 or more digits in a row only the first and the last 4 stay, as <c>5201********0391</c>.</summary>
/// <remarks>A safety net: code must not log a NIK or NKK in the first place.</remarks>
public static class DigitMask
{
    private const int DigitsMin = 16;
    private const int DigitsShown = 4;

    public static string Of(string text)
    {
        var run = 0;
        char[]? masked = null;
        for (var i = 0; i <= text.Length; i++)
        {
            // Any script's digits: a NIK that was typed with Arabic-Indic ones is personal data too.
            if (i < text.Length && char.IsDigit(text[i]))
            {
                run++;
                continue;
            }

            if (run >= DigitsMin)
            {
                masked ??= text.ToCharArray();
                masked.AsSpan(i - run + DigitsShown, run - (2 * DigitsShown)).Fill('*');
            }

            run = 0;
        }

        return masked is null ? text : new string(masked);
    }
}
