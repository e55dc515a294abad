using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Rules.Regions;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Client.Tests.Server;

/// <summary>Holds, claims and duplicates as an office's computer sees them, over a real server.</summary>
public sealed class SettlingTests : IAsyncLifetime
{
    private const string Over100 = "12|01|1920";

    private OfficeWorld _world = null!;

    public async Task InitializeAsync() => _world = await OfficeWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task VerifyHold_ThenPullAndPush_TheRowIsNotReportedAgain()
    {
        var client = await _world.InitAsync();
        var export = _world.Write(Voters.Row(1, birthDate: Over100), Voters.Row(2));
        (await client.PushAsync(export)).Outcomes.Held.ShouldBe(1);
        var hold = (await client.ListHoldsAsync()).ShouldHaveSingleItem();
        (hold.Code, hold.Change.Reference, hold.Sent).ShouldBe(("VOTER_OVER_100_UNVERIFIED", "2", new ChangeRef { Sequence = 1 }));
        hold.Text.ShouldNotBeEmpty();

        (await client.VerifyHoldAsync(hold.Held, Verified())).Changes.Single().Outcome.Status.ShouldBe(OutcomeStatus.Applied);
        (await client.ListHoldsAsync()).ShouldBeEmpty();
        (await client.PullAsync()).BaselineVoters.ShouldBe(2);
        var again = await client.PushAsync(export);
        (again.Delta.Changes, again.Delta.NotAppliedBefore).ShouldBe((0, 0));
        (await client.VerifyAuditAsync()).Faults.ShouldBeEmpty();
        (await client.CompareAsync(export)).Totals.Equal.ShouldBeTrue();
    }

    [Fact]
    public async Task VerifyHold_WithoutADocument_SaysWhatIsMissing()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.Write(Voters.Row(1, birthDate: Over100)));
        var verification = Verified();
        verification.Document = "";
        var refused = await Should.ThrowAsync<SyncException>(() => client.VerifyHoldAsync(new EntryRef { Position = 1 }, verification));
        (refused.Code, refused.Metadata["field"]).ShouldBe(("VERIFICATION_INVALID", "verification.document"));
    }

    [Fact]
    public async Task RejectHold_IsTheLastWordUntilAMendedRowComes()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.Write(Voters.Row(1, birthDate: Over100)));
        (await client.RejectHoldAsync((await client.ListHoldsAsync()).Single().Held, "salah ketik")).Changes.Single().Outcome.Status.ShouldBe(OutcomeStatus.Rejected);
        (await client.PushAsync(_world.Write(Voters.Row(1)))).Outcomes.Applied.ShouldBe(1);
    }

    [Fact]
    public async Task DecideCase_RemovesTheVoterHereAndAnOlderExportDoesNotBringItBack()
    {
        var client = await _world.InitAsync();
        var export = _world.Write(Voters.Row(1), Voters.Row(2));
        await client.PushAsync(export);
        await PushElsewhereAsync(1);
        var found = (await client.ListCasesAsync(new ListCasesRequest())).Cases.ShouldHaveSingleItem();
        found.Sides.Select(s => (s.OfficeCode, s.Masked)).ShouldBe([("5201", false), ("5202", true)]);

        var refused = await Should.ThrowAsync<NotAllowedException>(() => client.DecideCaseAsync(Keep(found, "5202")));
        (refused.Code, refused.Metadata["decider"]).ShouldBe(("CASE_NOT_GRANTED", "P52"));
        var province = await ProvinceAsync();
        (await province.DecideCaseAsync(Keep(found, "5202"))).State.ShouldBe(CaseState.Decided);

        (await client.PullAsync()).BaselineVoters.ShouldBe(1);
        var again = await client.PushAsync(export);
        again.Findings.ShouldHaveSingleItem().Code.ShouldBe("REMOVED_BY_DECISION");
        var named = _world.Files.Write("kembali.csv", $"{Voters.Header},KASUS\n{Voters.Row(1, ket: "B")},{found.CaseId}\n");
        (await client.PushAsync(named)).Outcomes.Applied.ShouldBe(1);
    }

    [Fact]
    public async Task Push_ADeathInAnotherOffice_IsAClaimThatIsMadeOnce()
    {
        var client = await _world.InitAsync();
        await PushElsewhereAsync(1);
        var dead = _world.Files.Write("meninggal.csv", $"{Voters.Header},KAB_ASAL\n{Voters.Row(1, ket: "1")},5202\n");
        var report = await client.PushAsync(dead);
        (report.Delta.Claims, report.Outcomes.Applied).ShouldBe((1, 1));
        (await client.PushAsync(dead)).Delta.Changes.ShouldBe(0);
        (await client.PullAsync(new PullOptions { FromStart = true })).BaselineVoters.ShouldBe(0);
        (await client.PushAsync(dead)).Delta.Changes.ShouldBe(0);

        await ScanAsync();
        var owner = await OfficeAsync("5202");
        var claim = (await owner.ListClaimsAsync()).ShouldHaveSingleItem();
        (claim.Claim_.Kind, claim.Claim_.ClaimingOfficeCode).ShouldBe((ClaimKind.Deceased, "5201"));
        await owner.AnswerClaimAsync(claim.Claim_.ClaimId, confirmed: false, "masih hidup");
        (await owner.ListClaimsAsync(all: true)).Single().Claim_.State.ShouldBe(ClaimState.Denied);
    }

    [Fact]
    public async Task Init_ForAProvince_SetsUpWithoutAProducer()
    {
        var province = await ProvinceAsync();
        (await province.ListCasesAsync(new ListCasesRequest())).Cases.ShouldBeEmpty();
        await Should.ThrowAsync<NotAllowedException>(() => province.PushAsync(_world.WriteMany(1)));
    }

    private static Verification Verified() => new()
    {
        Method = VerificationMethod.LimitedMatching,
        Officer = "PETUGAS 1",
        Date = "2026-01-20",
        Document = "BA COKTAS 1",
    };

    private static DecideCaseRequest Keep(DuplicateCase duplicate, string office) =>
        new() { CaseId = duplicate.CaseId, Version = duplicate.Version, Keep = new KeptSide { OfficeCode = office }, Reason = "verifikasi bersama" };

    private async Task PushElsewhereAsync(int number)
    {
        var elsewhere = await OfficeAsync("5202");
        var district = RegionCatalogue.Default.DistrictsOf("5202")[0].Code;
        var village = RegionCatalogue.Default.VillagesOf(district)[0].Code;
        var row = Voters.Row(number).Replace("520101,5201012002", $"{district},{village}", StringComparison.Ordinal);
        (await elsewhere.PushAsync(_world.Files.Write("pemilih-5202.csv", Voters.Export(row)))).Outcomes.Applied.ShouldBe(1);
        await ScanAsync();
    }

    private Task<long> ScanAsync() => _world.Server.Services.GetRequiredService<Scanner>().CatchUpAsync(default);

    private async Task<KpuSyncClient> OfficeAsync(string office)
    {
        var client = _world.Open(office);
        await client.InitAsync(new InitOptions { Server = new Uri(_world.Server.Address), Office = office, Credential = await _world.Server.IssueTokenAsync(office) });
        return client;
    }

    private async Task<KpuSyncClient> ProvinceAsync()
    {
        var client = _world.Open("P52");
        var credential = await _world.Server.IssueTokenAsync("P52", Role.Administrator);
        await client.InitAsync(new InitOptions { Server = new Uri(_world.Server.Address), Office = "P52", Credential = credential });
        return client;
    }
}
