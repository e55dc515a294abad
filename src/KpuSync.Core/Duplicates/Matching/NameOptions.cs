namespace KpuSync.Core.Duplicates.Matching;

/// <summary>What words of a name say. A name's weight is the sum over its words: three rare ones say far more than one.</summary>
public sealed record NameOptions
{
    /// <summary>A word agrees. By chance: one name in 400 has a given word.</summary>
    public Likelihood WordEqual { get; init; } = new(0.95, 1 / 400.0);

    /// <summary>A word that very many people have agrees (MUHAMMAD, SITI).</summary>
    public Likelihood FrequentWordEqual { get; init; } = new(0.95, 1 / 12.0);

    /// <summary>A word agrees but for a slip.</summary>
    public Likelihood WordSimilar { get; init; } = new(0.1, 1 / 300.0);

    /// <summary>A word agrees but for a slip, and is so short that a slip makes another name of it (RINA, RINI).</summary>
    public Likelihood ShortWordSimilar { get; init; } = new(0.02, 1 / 200.0);

    /// <summary>A word of one letter stands for a word (A. HARIS).</summary>
    public Likelihood Initial { get; init; } = new(0.05, 1 / 20.0);

    /// <summary>A word is missing on one side.</summary>
    public Likelihood WordMissing { get; init; } = new(0.05, 0.4);

    /// <summary>A word that very many people have is missing on one side.</summary>
    public Likelihood FrequentWordMissing { get; init; } = new(0.1, 0.4);

    /// <summary>The names are different. Must outweigh twins, who share all the rest.</summary>
    public Likelihood Different { get; init; } = new(0.0001, 1);

    /// <summary>Most that a name may say, in bits: names are never as independent as their words. Default 17.</summary>
    public double BitsMax { get; init; } = 17;
}
