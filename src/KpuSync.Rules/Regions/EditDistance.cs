namespace KpuSync.Rules.Regions;

/// <summary>Levenshtein's distance: how many letters must be put in, taken out or replaced.</summary>
/// <remarks>For suggestions in messages, and to keep a voter with a mistyped row from counting as gone. Nothing is changed or removed because of it.</remarks>
public static class EditDistance
{
    private const int LengthMax = 256;

    /// <summary>The distance between two texts; only their first 256 characters are compared.</summary>
    public static int Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        a = a[..Math.Min(a.Length, LengthMax)];
        b = b[..Math.Min(b.Length, LengthMax)];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
