using KpuSync.TestKit.People;

namespace KpuSync.TestKit.Matching;

/// <summary>What a run found at a threshold, against the truth.</summary>
/// <param name="Bits">The threshold.</param>
/// <param name="Found">Copied pairs at or over it.</param>
/// <param name="Wrong">Other pairs at or over it.</param>
/// <param name="Planted">All copied pairs.</param>
public sealed record MatchQuality(double Bits, int Found, int Wrong, int Planted)
{
    /// <summary>Share of the reported pairs that are one person.</summary>
    public double Precision => Found + Wrong == 0 ? 1 : (double)Found / (Found + Wrong);

    /// <summary>Share of the copied pairs that are reported.</summary>
    public double Recall => Planted == 0 ? 1 : (double)Found / Planted;

    /// <summary>Measures a run.</summary>
    public static MatchQuality Of(MatchRun run, double bits)
    {
        ArgumentNullException.ThrowIfNull(run);
        var reported = run.Scores.Count(pair => pair.Value.Bits >= bits);
        var found = run.Population.Copies.Count(copy => IsFound(run, copy, bits));
        return new MatchQuality(bits, found, reported - found, run.Population.Copies.Count);
    }

    /// <summary>True if the pair is reported.</summary>
    public static bool IsFound(MatchRun run, CopiedPair copy, double bits)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(copy);
        return run.Scores.TryGetValue((copy.Original, copy.Copy), out var score) && score.Bits >= bits;
    }
}
