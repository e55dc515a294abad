namespace KpuSync.TestKit.People;

/// <summary>How large a synthetic register is, and what is hidden in it.</summary>
/// <param name="People">Different people, the hard pairs among them.</param>
/// <param name="Copies">Corrupted copies, each of another person, that come on top.</param>
/// <param name="HardPairs">Pairs of different people who look like one.</param>
/// <param name="Seed">The same seed gives the same register.</param>
public sealed record PopulationOptions(int People, int Copies, int HardPairs, int Seed)
{
    /// <summary>Fewest corruptions of a copy; one of them is always of its NIK, since one NIK would be found by look-up. Default 1.</summary>
    public int CorruptionsMin { get; init; } = 1;

    /// <summary>Most corruptions of a copy. Default 3.</summary>
    public int CorruptionsMax { get; init; } = 3;
}
