using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Settlements;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests;

/// <summary>What one office says about another's voter: the owner hears of it and answers; whoever said it learns nothing.</summary>
public class ClaimTests : OfficesTests
{
    private ClaimHandler Claims => Core.Get<ClaimHandler>();

    [Fact]
    public async Task MovedIn_NamingTheOldOffice_IsAClaimAndNoDuplicate()
    {
        await PushAsync("5202", Registered("5202"));
        await PushAsync("5201", MovedIn());
        await ScanAsync();

        var claim = (await OpenAsync("5202")).Single();
        (claim.Nik, claim.Claim_.Kind, claim.Claim_.ClaimingOfficeCode, claim.Claim_.ClaimId).ShouldBe((Shared, ClaimKind.MovedAway, "5201", "5201-1-0"));
        (await NoticesAsync("5202")).Single().Claim.ShouldBe(claim.Claim_);
        (await CasesAsync(Centre)).ShouldBeEmpty();
    }

    [Fact]
    public async Task MovedIn_Confirmed_RemovesTheOldRegistration()
    {
        await PushAsync("5202", Registered("5202"));
        await PushAsync("5201", MovedIn());
        await ScanAsync();
        (await AnswerAsync("5202", "5201-1-0", confirmed: true)).IsOk.ShouldBeTrue();

        (await RegistrationAsync("5202"))!.Ground.ShouldBe(RemovalGround.MovedAway);
        (await RegistrationAsync("5201"))!.IsActive.ShouldBeTrue();
        await ScanAsync();
        (await CasesAsync(Centre)).ShouldBeEmpty();
        (await AnswerAsync("5202", "5201-1-0", confirmed: false)).Error!.Metadata["state"].ShouldBe("CONFIRMED");
        await ShouldBeSoundAsync("5201", "5202");
    }

    [Fact]
    public async Task MovedIn_Denied_BecomesADuplicateCase()
    {
        await PushAsync("5202", Registered("5202"));
        await PushAsync("5201", MovedIn());
        await ScanAsync();
        (await AnswerAsync("5202", "5201-1-0", confirmed: false)).IsOk.ShouldBeTrue();
        await ScanAsync();
        (await CasesAsync(Centre)).Single().Reach.ShouldBe(CaseReach.BetweenOffices);
    }

    [Fact]
    public async Task MovedIn_OldOfficesOwnMovedAway_SettlesTheClaim()
    {
        await PushAsync("5202", Registered("5202"));
        await PushAsync("5201", MovedIn());
        await ScanAsync();
        await PushAsync("5202", VoterExamples.Remove(Shared, RemovalGround.MovedAway));

        // Also before the scanner has come to it.
        (await AnswerAsync("5202", "5201-1-0", confirmed: true)).Error!.Metadata["state"].ShouldBe("SETTLED");
        await ScanAsync();
        (await OpenAsync("5202")).ShouldBeEmpty();
        (await OpenAsync("5202", all: true)).Single().Claim_.State.ShouldBe(ClaimState.Settled);
    }

    [Fact]
    public async Task Death_OfAnotherOfficesVoter_IsAClaimAndNeverRemoves()
    {
        await PushAsync("5202", Registered("5202"));
        (await OutcomeOfAsync("5201", Died(Shared))).ShouldBe("Applied");
        await ScanAsync();
        (await RegistrationAsync("5202"))!.IsActive.ShouldBeTrue();
        (await OpenAsync("5202")).Single().Claim_.Kind.ShouldBe(ClaimKind.Deceased);

        (await AnswerAsync("5202", "5201-1-0", confirmed: true)).IsOk.ShouldBeTrue();
        (await RegistrationAsync("5202"))!.Ground.ShouldBe(RemovalGround.Deceased);
        await ShouldBeSoundAsync("5201", "5202");
    }

    [Fact]
    public async Task Claim_OnKnownAndUnknownNumbers_LooksTheSameToWhoeverMakesIt()
    {
        await PushAsync("5202", Registered("5202"));
        var known = await PushAsync("5201", Died(Shared));
        var unknown = await PushAsync("5201", Died(VoterExamples.NikOf(999)));
        await ScanAsync();

        (known.Counts, known.Outcomes).ShouldBe((unknown.Counts, unknown.Outcomes));
        (await EntriesAsync("5201")).Count.ShouldBe(2);
        (await OpenAsync("5202", all: true)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Death_OfANumberThatIsHeldHere_LeavesTheHold()
    {
        await PushAsync("5201", VoterExamples.Upsert(VoterExamples.Record(1, birthDate: "1924-05-05")));
        await PushAsync("5201", Died(VoterExamples.NikOf(1, birthDate: "1924-05-05")));
        (await Core.Get<HoldHandler>().ListAsync(Operator(), new ListHoldsRequest { OfficeCode = "5201" }, default)).Value.Total.ShouldBe(1);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Answer_UnknownClaim_IsNotFound() =>
        (await AnswerAsync("5202", "5201-9-9", confirmed: true)).Error!.Reason.ShouldBe(ErrorReason.ClaimNotFound);

    private static Change MovedIn()
    {
        var change = Registered("5201", UpsertReason.NewMovedIn);
        change.VoterUpsert.PreviousOfficeCode = "5202";
        return change;
    }

    private static Change Died(string nik) => new() { Reference = "1", VoterClaim = new VoterClaim { Nik = nik, OwnerOfficeCode = "5202" } };

    private async Task<IReadOnlyList<Claim>> OpenAsync(string office, bool all = false) =>
        (await Claims.ListAsync(Operator(office), new ListClaimsRequest { OfficeCode = office, All = all }, default)).Value.Claims;

    private Task<Result<AnswerClaimResponse>> AnswerAsync(string office, string claimId, bool confirmed) => Claims.AnswerAsync(
        Operator(office), new AnswerClaimRequest { OfficeCode = office, ClaimId = claimId, Confirmed = confirmed }, default);
}
