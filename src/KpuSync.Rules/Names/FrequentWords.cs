using System.Collections.Frozen;

namespace KpuSync.Rules.Names;

/// <summary>Words that very many names begin with: two people who share one have hardly anything in common.</summary>
public static class FrequentWords
{
    private static readonly FrozenSet<string> Folded = new[]
    {
        "MUHAMMAD", "AHMAD", "ABDUL", "SITI", "NUR", "NURUL", "SRI", "DEWI", "EKA", "DWI", "TRI", "EKO", "AGUS", "LALU", "BAIQ", "INAQ", "AMAQ", "LALE", "LA",
        "I", "NI", "IDA", "AYU", "GUSTI", "WAYAN", "MADE", "NYOMAN", "KETUT", "PUTU", "KADEK", "KOMANG", "GEDE", "LUH", "ANDI",
    }.Select(word => NameSpelling.Fold(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for such a word, given as <see cref="NormalizedName.Words"/> has it.</summary>
    public static bool Contains(string word) => Folded.Contains(word);
}
