namespace KpuSync.Rules.Regions;

/// <summary>The catalogue of today: the one that ships inside, with the regions that an administrator imported since. Without an import it is the one that ships.</summary>
/// <remarks>Safe for many threads; loading replaces everything at once. Take <see cref="Today"/> once for what belongs together.</remarks>
public sealed class CurrentRegions
{
    private volatile RegionCatalogue _today = RegionCatalogue.Default;

    /// <summary>The catalogue.</summary>
    public RegionCatalogue Today => _today;

    /// <summary>Takes these imports in place of those before.</summary>
    /// <param name="imported">Every imported region with its newest name.</param>
    /// <param name="number">Number of the last import; 0 for none.</param>
    public void Load(IReadOnlyCollection<Region> imported, int number) =>
        _today = number == 0 ? RegionCatalogue.Default : RegionCatalogue.Default.With(imported, number);
}
