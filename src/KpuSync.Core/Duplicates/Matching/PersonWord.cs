using KpuSync.Rules.Names;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>One word of a name with what comparing it needs.</summary>
internal readonly struct PersonWord(string text)
{
    public string Text { get; } = text;

    public bool IsFrequent { get; } = FrequentWords.Contains(text);

    /// <summary>Which letters of A to Z it has, a bit each. One slip changes two bits at most, which rules most pairs of words out without comparing letters.</summary>
    public uint Letters { get; } = LettersOf(text);

    private static uint LettersOf(string text)
    {
        var letters = 0u;
        foreach (var c in text)
            letters |= 1u << ((c - 'A') & 31);
        return letters;
    }
}
