using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>Lists the parties that the centre knows. Whoever calls may: nothing of it is about a person.</summary>
public sealed class ListPartiesHandler(IPartyReader parties)
{
    /// <summary>A page of them, by number.</summary>
    public async Task<Result<ListPartiesResponse>> HandleAsync(ListPartiesRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        var page = PageOf.Read(request.PageSize, request.PageToken);
        if (!page.IsOk)
            return page.Error;

        // At most 99, since there are no more numbers.
        var versions = await parties.VersionsAsync(OfficeCode.Centre, ItemKind.PartyProfile, "", ct);
        var all = versions.GroupBy(version => version.Item.Key).Select(PartyOf).OrderBy(party => party.Profile.PartyNumber).ToList();
        var ((after, _), size) = page.Value;
        var rest = all.Where(party => party.Profile.PartyNumber > after).ToList();
        var response = new ListPartiesResponse { Total = all.Count, Parties = { rest.Take(size) } };
        if (rest.Count > size)
            response.NextPageToken = PageOf.Token(response.Parties[^1].Profile.PartyNumber, 0);
        return response;
    }

    private static ListedParty PartyOf(IEnumerable<DatedItem> versions) => new()
    {
        Profile = PartyProfile.Parser.ParseFrom(versions.Last().Item.Record),
        SinceDate = IsoDate.Text(versions.First().Day),
    };
}
