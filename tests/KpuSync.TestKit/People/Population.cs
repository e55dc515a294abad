using KpuSync.Contracts.V1;

namespace KpuSync.TestKit.People;

/// <summary>A synthetic register with the truth about it. Shares no code with the matcher that is measured by it.</summary>
/// <param name="Records">Every registration, the copies last.</param>
/// <param name="Copies">The pairs that are one person.</param>
/// <param name="HardPairs">Pairs that are not, and look like it.</param>
public sealed record Population(IReadOnlyList<VoterRecord> Records, IReadOnlyList<CopiedPair> Copies, IReadOnlyList<HardPair> HardPairs)
{
    /// <summary>Makes a register.</summary>
    public static Population Make(PopulationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var random = new Random(options.Seed);
        var world = new World(random);
        var records = new List<VoterRecord>(options.People + options.Copies);
        var families = new FamilyMaker(world, random);
        while (records.Count < options.People - options.HardPairs)
            families.AddTo(records, options.People - options.HardPairs - records.Count);

        var plain = records.Count;
        var hard = new HardPairMaker(world, random).AddTo(records, options.HardPairs);
        var corruptor = new Corruptor(world, random);
        var originals = Enumerable.Range(0, plain).ToArray();
        random.Shuffle(originals);
        var copies = new List<CopiedPair>(options.Copies);
        foreach (var original in originals.Take(options.Copies))
        {
            var (copy, kinds) = corruptor.Corrupt(records[original], random.Next(options.CorruptionsMin, options.CorruptionsMax + 1) - 1);
            copies.Add(new CopiedPair(original, records.Count, kinds));
            records.Add(copy);
        }

        return new Population(records, copies, hard);
    }
}
