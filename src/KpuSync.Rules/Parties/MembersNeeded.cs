using System.Collections.Frozen;
using System.Globalization;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Parties;

/// <summary>How many members a party must have in a regency: 1,000, or 1/1,000 of the population where that is less (law 7/2017, article 173).</summary>
/// <remarks>
/// Population by office is reference data: <c>population.csv</c>, so far the ten offices of NTB with the figures of the 2024 elections. Where it is not
/// known, 1,000 are needed.
/// </remarks>
public static class MembersNeeded
{
    private const int NeededMax = 1_000;
    private const int PeoplePerMember = 1_000;
    private const string ResourceName = "population.csv";

    private static readonly Lazy<FrozenDictionary<string, long>> Populations = new(Read);

    /// <summary>Population of a regency; null if it is not known.</summary>
    public static long? PopulationOf(OfficeCode office) => Populations.Value.TryGetValue(office.Value, out var population) ? population : null;

    /// <summary>How many members are needed.</summary>
    /// <param name="population">Population of the regency; null if it is not known.</param>
    public static long Of(long? population) =>
        population is { } people ? Math.Min(NeededMax, (people + PeoplePerMember - 1) / PeoplePerMember) : NeededMax;

    private static FrozenDictionary<string, long> Read()
    {
        using var resource = typeof(MembersNeeded).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing from the assembly.");
        using var reader = new StreamReader(resource);
        var populations = new Dictionary<string, long>();
        _ = reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            var comma = line.IndexOf(',', StringComparison.Ordinal);
            populations.Add(line[..comma], long.Parse(line.AsSpan(comma + 1), CultureInfo.InvariantCulture));
        }

        return populations.ToFrozenDictionary();
    }
}
