using System.Collections.Frozen;

namespace KpuSync.Rules.Regions;

/// <summary>The regions under one parent, by name.</summary>
internal sealed class RegionNameIndex
{
    private readonly IReadOnlyList<Region> _regions;
    private readonly FrozenDictionary<string, RegionMatch>.AlternateLookup<ReadOnlySpan<char>> _byKey;

    public RegionNameIndex(IReadOnlyList<Region> regions)
    {
        _regions = regions;
        _byKey = regions
            .GroupBy(region => RegionName.Key(region.Name), StringComparer.Ordinal)
            .ToFrozenDictionary(
                same => same.Key,
                same => same.Skip(1).Any() ? new RegionMatch(RegionMatchKind.Ambiguous, "") : new RegionMatch(RegionMatchKind.Found, same.First().Code),
                StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public IReadOnlyList<Region> Regions => _regions;

    /// <summary>Looks for the name as it stands, then without its prefix: some villages are really called <c>Desa ...</c>.</summary>
    public RegionMatch Find(ReadOnlySpan<char> name, ReadOnlySpan<char> withoutPrefix)
    {
        var match = Find(name);
        return match.Kind == RegionMatchKind.NotFound && withoutPrefix.Length < name.Length ? Find(withoutPrefix) : match;
    }

    private RegionMatch Find(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[RegionName.LengthMax];
        var length = RegionName.WriteKey(name, key);
        return length > 0 && _byKey.TryGetValue(key[..length], out var match) ? match : RegionMatch.None;
    }

    /// <summary>The names that are nearest in spelling, nearest first; none that shares less than about half of its letters.</summary>
    public IReadOnlyList<string> Closest(ReadOnlySpan<char> name, int countMax)
    {
        var wanted = RegionName.Key(name);
        if (wanted.Length == 0)
            return [];
        return [.. _regions
            .Select(region => (region.Name, Distance: EditDistance.Between(wanted, RegionName.Key(region.Name))))
            .Where(candidate => candidate.Distance <= Math.Max(2, wanted.Length / 2))
            .OrderBy(candidate => candidate.Distance).ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .Select(candidate => candidate.Name)
            .Distinct(StringComparer.Ordinal)
            .Take(countMax)];
    }
}
