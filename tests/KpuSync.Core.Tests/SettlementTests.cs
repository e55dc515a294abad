using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Pull;
using KpuSync.Core.Recap;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>How holds end: verified, given up, and what then becomes of those that waited.</summary>
public class SettlementTests : CoreTests
{
    private static readonly OfficeCode Office = OfficeCode.Parse("5201");

    private static VoterRecord Old => VoterExamples.Record(1, birthDate: "1924-05-05");

    private HoldHandler Holds => Core.Get<HoldHandler>();

    [Fact]
    public async Task Verify_HeldOver100_EntersAndBothStandInTheLedger()
    {
        await PushAsync(VoterExamples.Upsert(Old));
        var settled = (await VerifyAsync(1)).Value.Settled;

        (settled.Position, settled.Changes.Single().Outcome.Status).ShouldBe((3, OutcomeStatus.Applied));
        (await ActiveAsync(Old.Nik)).ShouldBe(Old);
        var entries = await Core.Store.EntriesAfterAsync(Office, 0, 10, default);
        entries.Select(e => e.Kind).ShouldBe([EntryKind.Batch, EntryKind.Settlement, EntryKind.Settlement]);
        StoredSettlement.Of(entries[1]).Act.HoldVerified.Verification.ShouldBe(VoterExamples.Verified());
        StoredSettlement.Of(entries[2]).Changes.Parse(0).VoterUpsert.Verification.ShouldBe(VoterExamples.Verified());
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Verify_WithWaitingChanges_AppliesThemInOrder()
    {
        await PushAsync(VoterExamples.Upsert(Old));
        await PushAsync(Changed(2), Changed(3), VoterExamples.New(7));
        var settled = (await VerifyAsync(1)).Value.Settled;

        settled.Changes.Select(c => (c.Origin.Position, c.Origin.Index, c.Outcome.Status)).ShouldBe(
            [(1, 0, OutcomeStatus.Applied), (2, 0, OutcomeStatus.Applied), (2, 1, OutcomeStatus.Applied)]);
        (await ActiveAsync(Old.Nik))!.Rt.ShouldBe(3);
        (await ListAsync()).Total.ShouldBe(0);
        await ShouldBeSoundAsync();

        static Change Changed(int rt)
        {
            var changed = Old;
            changed.Rt = rt;
            changed.BirthDate = "1923-05-05"; // Still over 100: it waits rather than overtakes.
            return VoterExamples.Upsert(changed, UpsertReason.State);
        }
    }

    // A published quarter must not change: what is verified later counts on the day of the release.
    [Fact]
    public async Task Verify_WithAnEffectiveDateInThePast_CountsOnTheDayOfTheRelease()
    {
        var old = VoterExamples.Upsert(Old);
        old.EffectiveDate = "2026-06-15";
        await PushAsync(old);
        await VerifyAsync(1);
        var tallies = new List<Tally>();
        await foreach (var tally in Core.Store.TalliesOfAsync(Office, default))
            tallies.Add(tally);
        tallies.ShouldAllBe(t => t.Key.Day == new DateOnly(2026, 11, 24));
        tallies.ShouldNotBeEmpty();
    }

    // Verified was somebody else under this number.
    [Fact]
    public async Task Verify_OtherPersonOver100_NeedsAVerificationOfItsOwn()
    {
        await PushAsync(VoterExamples.Upsert(Old, verification: VoterExamples.Verified()));
        await PushAsync(VoterExamples.Remove(Old.Nik, RemovalGround.MovedAway));
        var other = VoterExamples.Record(1, name: "BAIQ LAIN", birthDate: "1920-02-03");
        other.Nik = Old.Nik;
        (await OutcomeOfAsync(VoterExamples.Upsert(other))).ShouldContain("VOTER_OVER_100_UNVERIFIED");
    }

    [Fact]
    public async Task Verify_OtherPerson_PutsTheCorrectedRecordInPlace()
    {
        await PushAsync(VoterExamples.New(1));
        var other = VoterExamples.Record(1, name: "BAIQ LAIN");
        other.BirthDate = "1990-01-02";
        await PushAsync(VoterExamples.Upsert(other));

        (await VerifyAsync(2)).Value.Settled.Changes.Single().Outcome.Status.ShouldBe(OutcomeStatus.Applied);
        (await ActiveAsync(other.Nik)).ShouldBe(other);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Reject_Held_EndsItAndTheWaitingOnesAreDecidedWithoutIt()
    {
        await PushAsync(VoterExamples.Upsert(Old));
        var renamed = Old;
        renamed.BirthDate = "1923-05-05";
        await PushAsync(VoterExamples.Upsert(renamed, UpsertReason.State));

        var settled = (await Holds.RejectAsync(
            TestCore.Operator(), new RejectHoldRequest { OfficeCode = "5201", Held = At(1), Reason = "tidak ditemukan di lapangan" }, default)).Value.Settled;

        settled.Changes.Select(c => (c.Outcome.Status, c.Outcome.Violations[^1].Code)).ShouldBe(
            [(OutcomeStatus.Rejected, "HOLD_REJECTED"), (OutcomeStatus.Held, "VOTER_OVER_100_UNVERIFIED")]);
        (await ListAsync()).Holds.Single().Held.ShouldBe(new EntryRef { Position = settled.Position });
        (await VerifyAsync(settled.Position)).Value.Settled.Changes.Single().Outcome.Status.ShouldBe(OutcomeStatus.Applied);
        (await ActiveAsync(Old.Nik))!.BirthDate.ShouldBe("1923-05-05");
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Verify_WhatOnlyWaits_NamesTheOneToSettleFirst()
    {
        await PushAsync(VoterExamples.Upsert(Old));
        var changed = Old;
        changed.BirthDate = "1923-05-05";
        await PushAsync(VoterExamples.Upsert(changed, UpsertReason.State));

        var error = (await VerifyAsync(2)).Error!;
        (error.Reason, error.Metadata["position"], error.Metadata["index"]).ShouldBe((ErrorReason.HoldWaits, "1", "0"));
    }

    [Fact]
    public async Task Verify_Twice_SaysWhereItWasSettled()
    {
        await PushAsync(VoterExamples.Upsert(Old));
        await VerifyAsync(1);
        var error = (await VerifyAsync(1)).Error!;
        (error.Reason, error.Metadata["settled_position"]).ShouldBe((ErrorReason.HoldNotOpen, "3"));
    }

    [Theory]
    [InlineData(5, 0)]      // Beyond the ledger.
    [InlineData(1, 1)]      // Beyond the batch.
    [InlineData(2, 0)]      // An applied change.
    [InlineData(3, 0)]      // A parked change: replayed by an administrator, not verified.
    public async Task Verify_WhatIsNotHeld_IsNotFound(long position, int index)
    {
        await PushAsync(VoterExamples.Upsert(Old));
        await PushAsync(VoterExamples.New(2));
        await PushAsync(VoterExamples.Remove(VoterExamples.NikOf(77)));
        (await VerifyAsync(position, index)).Error!.Reason.ShouldBe(ErrorReason.HoldNotFound);
    }

    [Theory]
    [InlineData("2026-11-25", "PETUGAS", "verification.date", "DATE_IN_FUTURE")]
    [InlineData("2026-11-24", "", "verification.officer", "FIELD_REQUIRED")]
    public async Task Verify_DatedAheadOrByNobody_IsRefused(string date, string officer, string field, string code)
    {
        await PushAsync(VoterExamples.Upsert(Old));
        var verification = VoterExamples.Verified();
        (verification.Date, verification.Officer) = (date, officer);
        var error = (await VerifyAsync(1, 0, verification)).Error!;
        (error.Reason, error.Metadata["field"], error.Metadata["code"]).ShouldBe((ErrorReason.VerificationInvalid, field, code));
        (await ListAsync()).Total.ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("lihat 5201011201870391")] // A ledger keeps reasons for good.
    public async Task Reject_WithoutReasonOrWithANikInIt_IsRefused(string reason)
    {
        await PushAsync(VoterExamples.Upsert(Old));
        var answer = await Holds.RejectAsync(TestCore.Operator(), new RejectHoldRequest { OfficeCode = "5201", Held = At(1), Reason = reason }, default);
        (answer.Error!.Reason, answer.Error.Metadata["field"]).ShouldBe((ErrorReason.RequestInvalid, "reason"));
    }

    [Theory]
    [InlineData(Role.OfficeOperator, "5202", ErrorReason.OfficeNotGranted)]
    [InlineData(Role.Administrator, "P51", ErrorReason.OfficeNotGranted)]
    [InlineData(Role.Auditor, "P52", ErrorReason.RoleNotAllowed)]
    [InlineData(Role.Integrator, "RI", ErrorReason.RoleNotAllowed)]
    public async Task Verify_ByWhoeverMayNot_IsRefusedBeforeAnythingIsSaid(Role role, string office, ErrorReason reason)
    {
        var caller = new Caller("other", role, OfficeCode.Parse(office));
        (await Holds.VerifyAsync(caller, new VerifyHoldRequest { OfficeCode = "5201", Held = At(99), Verification = VoterExamples.Verified() }, default))
            .Error!.Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Verify_ByAProvinceAdministrator_IsRecordedWithItsName()
    {
        await PushAsync(VoterExamples.Upsert(Old));
        var admin = new Caller("admin-52", Role.Administrator, OfficeCode.Parse("P52"));
        await Holds.VerifyAsync(admin, new VerifyHoldRequest { OfficeCode = "5201", Held = At(1), Verification = VoterExamples.Verified() }, default);
        (await Core.Store.EntriesAfterAsync(Office, 1, 10, default)).ShouldAllBe(e => e.Actor == "admin-52");
    }

    [Fact]
    public async Task List_ManyHolds_ComesInPages()
    {
        await PushAsync([.. Enumerable.Range(1, 7).Select(n => VoterExamples.Upsert(VoterExamples.Record(n, birthDate: "1924-05-05")))]);
        var first = await ListAsync(size: 5);
        var second = await ListAsync(size: 5, token: first.NextPageToken);
        (first.Total, first.Holds.Count, second.Holds.Count, second.NextPageToken).ShouldBe((7, 5, 2, ""));
        second.Holds.Select(h => h.Held.Index).ShouldBe([5, 6]);
    }

    [Fact]
    public async Task Pull_ByAnIntegrator_MasksSettledChanges()
    {
        await PushAsync(VoterExamples.Upsert(Old));
        await VerifyAsync(1);
        var integrator = new Caller("integrator", Role.Integrator, OfficeCode.Parse("P52"));
        var entries = new List<Entry>();
        await foreach (var page in Core.Get<PullHandler>().ReadAsync(integrator, new PullRequest { ProvinceCode = "52" }, default))
            entries.AddRange(page.Value.Entries);
        var settled = entries[2].Settlement;
        (settled.Masked, settled.Changes[0].VoterUpsert.Voter.Nik).ShouldBe((true, Nik.Parse(Old.Nik).ToString()));
    }

    [Fact]
    public async Task Family_AtTwoPollingStations_Warns()
    {
        var member = VoterExamples.Record(2);
        var apart = VoterExamples.Record(3);
        apart.PollingStation = member.PollingStation + 1;
        apart.Nkk.ShouldBe(member.Nkk);
        var receipt = await PushAsync(VoterExamples.Upsert(member), VoterExamples.Upsert(apart));
        (receipt.Counts.Applied, receipt.Outcomes.Single().Index, receipt.Outcomes.Single().Violations.Single().Code).ShouldBe((2, 1, "FAMILY_AT_TWO_STATIONS"));
    }

    private Task<Result<VerifyHoldResponse>> VerifyAsync(long position, int index = 0, Verification? verification = null) => Holds.VerifyAsync(
        TestCore.Operator(),
        new VerifyHoldRequest { OfficeCode = "5201", Held = At(position, index), Verification = verification ?? VoterExamples.Verified() },
        default);

    private async Task<ListHoldsResponse> ListAsync(int size = 0, string token = "") =>
        (await Holds.ListAsync(TestCore.Operator(), new ListHoldsRequest { OfficeCode = "5201", PageSize = size, PageToken = token }, default)).Value;

    private static EntryRef At(long position, int index = 0) => new() { Position = position, Index = index };

    private async Task ShouldBeSoundAsync()
    {
        (await Core.Get<ChainVerifier>().VerifyAsync(Office, default)).Faults.ShouldBeEmpty();
        (await Core.Get<RebuildHandler>().CheckAsync(Office, default)).Differences.ShouldBeEmpty();
    }
}
