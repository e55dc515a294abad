namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Compares numbers as people type them: digit by digit.</summary>
internal static class DigitSlips
{
    /// <summary>True if exactly one digit differs, or two neighbours are swapped.</summary>
    public static bool AreOneApart(long a, long b)
    {
        // The last place where they differ is found first; there the rest must agree, or be this digit and the next in the other order.
        while (a != 0 || b != 0)
        {
            var (x, y) = (a % 10, b % 10);
            (a, b) = (a / 10, b / 10);
            if (x == y)
                continue;
            return a == b || (a % 10 == y && b % 10 == x && a / 10 == b / 10);
        }

        return false;
    }
}
