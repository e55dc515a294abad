using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using static KpuSync.TestKit.Changes.PartyExamples;

namespace KpuSync.Core.Tests.Parties;

/// <summary>The list of parties that the centre knows.</summary>
public class ListPartiesTests : PartyTests
{
    [Fact]
    public async Task List_ProfilesInVersions_HasTheNewestAndTheFirstDay()
    {
        await PushCentreAsync(Profile(24), Profile(8, name: "PARTAI LAMA"), Profile(21, acehOnly: true));
        Core.Time.Advance(TimeSpan.FromDays(40));
        await PushCentreAsync(Profile(8, name: "PARTAI BARU"), Profile());

        var list = await ListAsync();

        list.Total.ShouldBe(4);
        list.NextPageToken.ShouldBeEmpty();
        list.Parties.Select(p => (p.Profile.PartyNumber, p.Profile.Name, p.Profile.AcehOnly, p.SinceDate)).ShouldBe(
        [
            (6, "PARTAI CONTOH", false, "2027-01-03"),
            (8, "PARTAI BARU", false, "2026-11-24"),
            (21, "PARTAI CONTOH", true, "2026-11-24"),
            (24, "PARTAI CONTOH", false, "2026-11-24"),
        ]);
    }

    [Fact]
    public async Task List_Pages_HoldEachPartyOnce()
    {
        await PushCentreAsync([.. Enumerable.Range(1, 7).Select(party => Profile(party))]);
        var numbers = new List<int>();
        var token = "";
        do
        {
            var page = await ListAsync(3, token);
            page.Total.ShouldBe(7);
            numbers.AddRange(page.Parties.Select(p => p.Profile.PartyNumber));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        numbers.ShouldBe(Enumerable.Range(1, 7));
    }

    [Fact]
    public async Task List_NoProfileYet_IsEmpty() => (await ListAsync()).ShouldBe(new ListPartiesResponse());

    [Theory]
    [InlineData(501, "", "page_size")]
    [InlineData(0, "x", "page_token")]
    public async Task List_MalformedPage_IsRefused(int size, string token, string field)
    {
        var answer = await Core.Get<ListPartiesHandler>().HandleAsync(new ListPartiesRequest { PageSize = size, PageToken = token }, default);
        (answer.Error!.Reason, answer.Error.Metadata["field"]).ShouldBe((ErrorReason.RequestInvalid, field));
    }

    private async Task<ListPartiesResponse> ListAsync(int size = 0, string token = "") =>
        (await Core.Get<ListPartiesHandler>().HandleAsync(new ListPartiesRequest { PageSize = size, PageToken = token }, default)).Value;
}
