using KpuSync.Core.Items;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>Places in lists through time, from the versions of members' items.</summary>
internal sealed class PlaceHistory
{
    private readonly List<(DateOnly Day, ListedMember Place)> _versions;

    /// <param name="versions">The versions, each item's oldest first.</param>
    public PlaceHistory(IReadOnlyCollection<DatedItem> versions)
    {
        _versions = new List<(DateOnly, ListedMember)>(versions.Count);
        foreach (var version in versions)
            _versions.Add((version.Day, ListedMember.Of(version.Item)));
    }

    /// <summary>The places at the end of a day, with those of members who had been taken out: what the index would have held then.</summary>
    public IReadOnlyCollection<ListedMember> On(DateOnly day)
    {
        var places = new Dictionary<(OfficeCode, int, string, Nik), ListedMember>(_versions.Count);
        foreach (var (from, place) in _versions)
        {
            if (from > day)
                continue;
            var key = (place.Office, place.Party, place.Card, place.Nik);
            places[key] = places.TryGetValue(key, out var before) ? place.After(before) : place;
        }

        return places.Values;
    }
}
