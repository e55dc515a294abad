namespace KpuSync.Rules.Names;

/// <summary>One spelling for the letters of a word, whether it was written before or after the reforms of 1947 and 1972, with or without doubled letters.</summary>
/// <remarks>
/// <c>oe</c> became <c>u</c> (Soekarno), <c>tj</c> became <c>c</c>, <c>dj</c> became <c>j</c> and <c>j</c> became <c>y</c>, so <c>sj</c> is <c>sy</c> and <c>nj</c> is
/// <c>ny</c>; <c>ch</c> became <c>kh</c>. A <c>j</c> alone may be old (Jusuf, now Yusuf) or new (Joko, once Djoko), which no letter tells: all of them become
/// <c>Y</c>. A folded word is for comparing and is never shown.
/// </remarks>
public static class NameSpelling
{
    // Shorter words are abbreviations and degrees, where a doubled letter means something: M.M. is not M.
    private const int DoubledLengthMin = 4;

    /// <summary>The folded form of a word: upper case, no marks on letters, only letters.</summary>
    /// <remarks>Idempotent. Letters outside the Latin script stay as they are; everything that is no letter is left out.</remarks>
    public static string Fold(ReadOnlySpan<char> word)
    {
        var letters = word.Length <= 256 ? stackalloc char[word.Length] : new char[word.Length];
        var length = 0;
        foreach (var c in word)
        {
            if (char.IsLetter(c))
                letters[length++] = PlainLetter.Of(c);
        }

        // Each step leaves nothing for a step before it, so that one pass is enough: a C that TJ left may still meet an H.
        length = Pair(letters, length, 'O', 'E', 'U');
        length = Pair(letters, length, 'T', 'J', 'C');
        length = Pair(letters, length, 'D', 'J', 'Y');
        letters[..length].Replace('J', 'Y');
        PairFirst(letters[..length], 'C', 'H', 'K');
        if (length >= DoubledLengthMin)
            length = Undouble(letters, length);
        return letters[..length].ToString();
    }

    private static int Pair(Span<char> letters, int length, char first, char second, char becomes)
    {
        var to = 0;
        for (var from = 0; from < length; from++)
        {
            if (letters[from] == first && from + 1 < length && letters[from + 1] == second)
            {
                letters[to++] = becomes;
                from++;
            }
            else
            {
                letters[to++] = letters[from];
            }
        }

        return to;
    }

    private static void PairFirst(Span<char> letters, char first, char second, char becomes)
    {
        for (var i = 0; i + 1 < letters.Length; i++)
        {
            if (letters[i] == first && letters[i + 1] == second)
                letters[i] = becomes;
        }
    }

    private static int Undouble(Span<char> letters, int length)
    {
        var to = 1;
        for (var from = 1; from < length; from++)
        {
            if (letters[from] != letters[to - 1])
                letters[to++] = letters[from];
        }

        return to;
    }
}
