using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>Draws the picture of a party's list: as it is now, from the index, or as it stood on days past, from the versions of its items.</summary>
public sealed class ListPictures(IPartyReader parties, TimeProvider time)
{
    /// <summary>The list as it is now.</summary>
    internal async ValueTask<ListPicture> NowAsync(OfficeCode office, int party, CancellationToken ct)
    {
        var statements = await parties.ItemsAsync(office, ItemKind.MembershipStatement, "", ct);
        var complaints = await parties.ItemsAsync(office, ItemKind.NameComplaint, PartyKeys.PrefixOf(party), ct);
        return new ListPicture
        {
            Day = OfficeCalendar.TodayIn(office, time),
            Members = await parties.MembersAsync(office, party, ct),
            Places = (await parties.OthersAsync(office, party, ct)).ToLookup(place => place.Nik),
            Statements = StatementsOf(statements),
            Complaints = ComplaintsOf(complaints),
        };
    }

    /// <summary>The list as it stood at the end of each of these days.</summary>
    internal async ValueTask<IReadOnlyList<ListPicture>> OnAsync(OfficeCode office, int party, IReadOnlyList<DateOnly> days, CancellationToken ct)
    {
        var own = await parties.VersionsAsync(office, ItemKind.PartyMember, PartyKeys.PrefixOf(party), ct);
        var others = new List<DatedItem>();
        var places = await parties.OthersAsync(office, party, ct);
        foreach (var ledger in places.Where(place => place.Office != office || place.Party != party).GroupBy(place => place.Office))
        {
            var keys = ledger.Select(place => PartyKeys.OfMember(place.Party, place.Card).Key).ToHashSet(StringComparer.Ordinal);
            others.AddRange(await parties.VersionsAsync(ledger.Key, ItemKind.PartyMember, keys, ct));
        }

        var statements = await parties.VersionsAsync(office, ItemKind.MembershipStatement, "", ct);
        var complaints = await parties.VersionsAsync(office, ItemKind.NameComplaint, PartyKeys.PrefixOf(party), ct);
        var (ownPlaces, otherPlaces) = (new PlaceHistory(own), new PlaceHistory(others));
        return [.. days.Select(day =>
        {
            var list = ownPlaces.On(day);
            return new ListPicture
            {
                Day = day,
                Members = [.. list.Where(place => place.Removed is MemberRemovalGround.Unspecified).OrderBy(place => place.Card, StringComparer.Ordinal)],
                Places = list.Concat(otherPlaces.On(day)).ToLookup(place => place.Nik),
                Statements = StatementsOf(NewestOn(statements, day)),
                Complaints = ComplaintsOf(NewestOn(complaints, day)),
            };
        })];
    }

    // Each item's versions come oldest first, so the last one up to the day remains.
    private static Dictionary<ItemKey, Item>.ValueCollection NewestOn(IReadOnlyList<DatedItem> versions, DateOnly day)
    {
        var newest = new Dictionary<ItemKey, Item>();
        foreach (var version in versions.Where(version => version.Day <= day))
            newest[version.Item.Key] = version.Item;
        return newest.Values;
    }

    private static Dictionary<Nik, MembershipStatement> StatementsOf(IEnumerable<Item> items) =>
        items.Select(item => MembershipStatement.Parser.ParseFrom(item.Record)).ToDictionary(statement => Nik.Parse(statement.Nik));

    private static Dictionary<Nik, ComplaintFinding> ComplaintsOf(IEnumerable<Item> items) =>
        items.Select(item => NameComplaint.Parser.ParseFrom(item.Record)).ToDictionary(complaint => Nik.Parse(complaint.Nik), complaint => complaint.Finding);
}
