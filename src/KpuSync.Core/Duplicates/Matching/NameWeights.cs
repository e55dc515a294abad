namespace KpuSync.Core.Duplicates.Matching;

/// <summary>What words of a name say. A name's weight is the sum over its words: three rare ones say far more than one.</summary>
public sealed record NameWeights
{
    /// <summary>The whole name agrees; nothing besides its words if they are what tells people apart.</summary>
    public Likelihood Equal { get; init; } = new();

    /// <summary>A word agrees.</summary>
    public required Likelihood WordEqual { get; init; }

    /// <summary>A word that very many people have agrees (MUHAMMAD, SITI).</summary>
    public required Likelihood FrequentWordEqual { get; init; }

    /// <summary>A word agrees but for a slip.</summary>
    public required Likelihood WordSimilar { get; init; }

    /// <summary>A word agrees but for a slip that is large for its length (ERNI, ERNO).</summary>
    public required Likelihood WordNear { get; init; }

    /// <summary>A word agrees but for a vowel or the last letter, which makes another name of it as often as it is a slip (RIZKI, RIZKA).</summary>
    public required Likelihood WordRhyming { get; init; }

    /// <summary>A word of one letter stands for a word (A. HARIS).</summary>
    public required Likelihood Initial { get; init; }

    /// <summary>A word is missing on one side.</summary>
    public required Likelihood WordMissing { get; init; }

    /// <summary>A word that very many people have is missing on one side.</summary>
    public required Likelihood FrequentWordMissing { get; init; }

    /// <summary>The names are different.</summary>
    public required Likelihood Different { get; init; }

    /// <summary>Most that a name may say, in bits: words of a name are never as independent as the sum takes them.</summary>
    public required double BitsMax { get; init; }

    /// <summary>On one family card: brothers and sisters share words, but no two have one name.</summary>
    internal static NameWeights OneCard => new()
    {
        Equal = new(0.5, 0.005),
        WordEqual = new(0.95, 0.002),
        FrequentWordEqual = new(0.95, 0.25),
        WordSimilar = new(0.1, 0.0004),
        WordNear = new(0.03, 0.015),
        WordRhyming = new(0.02, 0.6),
        Initial = new(0.05, 0.05),
        WordMissing = new(0.1, 0.28),
        FrequentWordMissing = new(0.1, 0.2),
        Different = new(0.0001, 1),
        BitsMax = 15,
    };

    /// <summary>Between different cards: one name in 400 has a given word.</summary>
    internal static NameWeights OtherCards => new()
    {
        WordEqual = new(0.95, 0.0025),
        FrequentWordEqual = new(0.95, 0.08),
        WordSimilar = new(0.1, 0.0033),
        WordNear = new(0.03, 0.005),
        WordRhyming = new(0.02, 0.005),
        Initial = new(0.05, 0.05),
        WordMissing = new(0.05, 0.4),
        FrequentWordMissing = new(0.1, 0.4),
        Different = new(0.0001, 1),
        BitsMax = 17,
    };
}
