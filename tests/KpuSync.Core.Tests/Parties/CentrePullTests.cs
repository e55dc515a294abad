using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Pull;
using KpuSync.Rules.Values;
using static KpuSync.TestKit.Changes.PartyExamples;

namespace KpuSync.Core.Tests.Parties;

/// <summary>An office reads the parties' national data from the centre's ledger with its own.</summary>
public class CentrePullTests : PartyTests
{
    private static readonly PullRequest OwnWithCentre = new() { OfficeCode = "5201", WithCentre = true };

    [Fact]
    public async Task Pull_WithCentre_BringsTheProfilesBeforeTheOfficesOwnEntries()
    {
        await PushCentreAsync(Profile(), Profile(8));
        await PushAsync("5201", Member(1));

        var (entries, token) = await PullAsync(Operator(), OwnWithCentre);

        entries.Select(e => (e.OfficeCode, e.Position)).ShouldBe([("RI", 1), ("5201", 1)]);
        entries[0].Batch.Changes.Select(c => c.PartyProfile).ShouldBe([Profile().PartyProfile, Profile(8).PartyProfile]);
        entries[1].Batch.Masked.ShouldBeFalse();

        // The token holds the place in the centre's ledger, with and without it.
        await PushCentreAsync(Profile(9));
        var (without, laterToken) = await PullAsync(Operator(), new PullRequest { OfficeCode = "5201", Token = token });
        without.ShouldBeEmpty();
        var (more, _) = await PullAsync(Operator(), new PullRequest { OfficeCode = "5201", WithCentre = true, Token = laterToken });
        more.ShouldHaveSingleItem().Batch.Changes.ShouldHaveSingleItem().PartyProfile.PartyNumber.ShouldBe(9);
    }

    [Fact]
    public async Task Pull_WithoutIt_DoesNot()
    {
        await PushCentreAsync(Profile());
        (await PullAsync(Operator(), new PullRequest { OfficeCode = "5201" })).Entries.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pull_ProvinceWithCentre_KeepsAPlaceForEach()
    {
        await PushCentreAsync(Profile());
        await PushAsync("5201", Member(1));
        await PushAsync("5202", Member(1, office: "5202"));
        var request = new PullRequest { ProvinceCode = "52", WithCentre = true };

        var (entries, token) = await PullAsync(Province, request);
        entries.Select(e => e.OfficeCode).ShouldBe(["RI", "5201", "5202"]);
        request.Token = token;
        (await PullAsync(Province, request)).Entries.ShouldBeEmpty();
    }

    // The nation's range has the centre's ledger in it: once is enough.
    [Fact]
    public async Task Pull_NationWithCentre_BringsItOnce()
    {
        await PushCentreAsync(Profile());
        (await PullAsync(Centre, new PullRequest { Nation = true, WithCentre = true })).Entries.ShouldHaveSingleItem().OfficeCode.ShouldBe("RI");
    }

    // The centre's ledger keeps what was rejected there too, and a person in it is nobody's to see who has no grant for the centre.
    [Theory]
    [InlineData(Role.OfficeOperator, "5201")]
    [InlineData(Role.Administrator, "P52")]
    [InlineData(Role.Integrator, "P52")]
    public async Task Pull_WithoutAGrantForTheCentre_ShowsNobodysData(Role role, string office)
    {
        var member = Member(1);
        member.Reference = "rujukan";
        (await PushCentreAsync(Profile(), Account(PartyLevel.Centre, ""), member)).Counts.ShouldBe(new OutcomeCounts { Applied = 2, Rejected = 1 });

        var request = new PullRequest { OfficeCode = "5201", WithCentre = true, WithProof = true };
        var entry = (await PullAsync(new Caller("c", role, OfficeCode.Parse(office)), request)).Entries.ShouldHaveSingleItem();

        var batch = entry.Batch;
        (batch.Masked, batch.SourceName, entry.Proof.Salts.Length).ShouldBe((true, "", 0));
        batch.Changes.Select(c => c.KindCase).ShouldBe([Change.KindOneofCase.PartyProfile, Change.KindOneofCase.PartyAccount, Change.KindOneofCase.None]);
        batch.Statuses.ShouldBe([OutcomeStatus.Applied, OutcomeStatus.Applied, OutcomeStatus.Rejected]);
        var text = entry.ToString();
        foreach (var personal in new[] { member.PartyMember.Nik, member.PartyMember.Name, member.PartyMember.CardNumber, "0012345678", "rujukan" })
            text.ShouldNotContain(personal);
    }

    [Fact]
    public async Task Pull_WithCentreByTheCentre_IsFull()
    {
        await PushCentreAsync(Profile(), Account(PartyLevel.Centre, ""));
        var entry = (await PullAsync(Centre, OwnWithCentre)).Entries.ShouldHaveSingleItem();
        (entry.Batch.Masked, entry.Batch.Changes[1].PartyAccount.AccountNumber).ShouldBe((false, "0012345678"));
    }

    [Fact]
    public async Task Pull_FollowWithCentre_SendsAProfileThatComesLater()
    {
        using var stop = new CancellationTokenSource();
        var request = new PullRequest { OfficeCode = "5201", WithCentre = true, Follow = true };
        var stream = Core.Get<PullHandler>().ReadAsync(Operator(), request, stop.Token).GetAsyncEnumerator(stop.Token);
        (await stream.MoveNextAsync()).ShouldBeTrue();
        stream.Current.Value.CaughtUp.ShouldBeTrue();

        await PushCentreAsync(Profile());
        var next = stream.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            Core.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(next, Task.Run(() => { }));
        }

        (await next).ShouldBeTrue();
        stream.Current.Value.Entries.ShouldHaveSingleItem().OfficeCode.ShouldBe("RI");
        await stop.CancelAsync();
    }

    [Fact]
    public async Task Pull_WithCentreByAPartyOperator_IsRefused()
    {
        await PushCentreAsync(Profile());
        await foreach (var answer in Core.Get<PullHandler>().ReadAsync(PartyOperator("5201"), OwnWithCentre, default))
            answer.Error!.Reason.ShouldBe(ErrorReason.RangeNotGranted);
    }

    private async Task<(IReadOnlyList<Entry> Entries, string Token)> PullAsync(Caller caller, PullRequest request)
    {
        var (entries, token) = (new List<Entry>(), "");
        await foreach (var answer in Core.Get<PullHandler>().ReadAsync(caller, request, default))
        {
            entries.AddRange(answer.Value.Entries);
            token = answer.Value.Token;
        }

        return (entries, token);
    }
}
