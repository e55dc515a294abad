namespace KpuSync.Core.Duplicates.Matching;

/// <summary>How much speaks for two registrations being one person.</summary>
/// <param name="Bits">Sum of log2(m/u) over what was compared: each bit doubles the odds. About -60 to 60.</param>
/// <param name="Reasons">What was found.</param>
public readonly record struct PairScore(double Bits, MatchReasons Reasons);
