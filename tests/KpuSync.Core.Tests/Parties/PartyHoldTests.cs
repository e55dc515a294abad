using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Push;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using static KpuSync.TestKit.Changes.PartyExamples;

namespace KpuSync.Core.Tests.Parties;

/// <summary>What is sent about a party before the centre has its profile: it waits, blocks no voter, and goes on by itself.</summary>
public class PartyHoldTests : PartyTests
{
    [Fact]
    public async Task Push_MemberOfAnUnknownParty_IsHeldUntilTheProfileArrives()
    {
        (await OutcomeOfAsync("5201", Member(1))).ShouldBe("Held PARTY_UNKNOWN");
        (await MemberAsync(1)).ShouldBeNull();

        await PushCentreAsync(Profile());
        await ScanAsync();

        (await MemberAsync(1))!.Nik.ShouldBe(VoterExamples.NikOf(1));
        (await PendingAsync("5201")).ShouldHaveSingleItem().State.ShouldBe(PendingState.Released);
        await ShouldBeSoundAsync("RI", "5201");
    }

    [Fact]
    public async Task Release_StandsInTheLedger_WithTheEntryThatEndedTheWaiting()
    {
        await PushAsync("5201", Member(1));
        await PushCentreAsync(Management(PartyLevel.Centre, "", party: 8), Profile());
        await ScanAsync();
        await ScanAsync();

        var entry = (await EntriesAsync("5201")).Where(e => e.Kind is EntryKind.Settlement).ShouldHaveSingleItem();
        var act = StoredSettlement.Of(entry).Act.HoldsReleased;
        (entry.Actor, act.OfficeCode, act.Position).ShouldBe(("server", "RI", 1));
    }

    [Fact]
    public async Task Held_Member_NeitherBlocksNorIsOvertakenByTheSamePersonsVoterChanges()
    {
        await PushAsync("5201", Member(1));

        (await OutcomeOfAsync("5201", VoterExamples.New(1))).ShouldBe("Applied");
        (await OutcomeOfAsync("5201", VoterExamples.Remove(VoterExamples.NikOf(1)))).ShouldBe("Applied");
        (await PendingAsync("5201")).ShouldHaveSingleItem().State.ShouldBe(PendingState.Open);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Held_Voter_DoesNotBlockTheSamePersonAsAMember()
    {
        await PushCentreAsync(Profile());
        var old = VoterExamples.Record(1, birthDate: "1924-05-05");
        await PushAsync("5201", VoterExamples.Upsert(old));
        var member = Member(1);
        member.PartyMember.Nik = old.Nik;
        (await OutcomeOfAsync("5201", member)).ShouldStartWith("Applied");
        (await PendingAsync("5201")).ShouldHaveSingleItem().State.ShouldBe(PendingState.Open);
    }

    [Fact]
    public async Task Release_SeveralChangesOfAMember_KeepsTheirOrder()
    {
        var moved = Member(1);
        moved.PartyMember.Address = "JL. LAIN 2";
        await PushAsync("5201", Member(1), moved);
        await PushAsync("5201", RemoveMember(1));
        await PushCentreAsync(Profile());
        await ScanAsync();

        (await MemberAsync(1))!.Removed.ShouldBe(MemberRemovalGround.Resigned);
        (await ItemsAsync("5201")).Count.ShouldBe(3);
        await ShouldBeSoundAsync("5201");
    }

    // The profile is there, the release is not yet: what comes now must not overtake what waits.
    [Fact]
    public async Task Push_BetweenProfileAndRelease_WaitsBehindTheSameMemberOnly()
    {
        await PushAsync("5201", Member(1));
        await PushCentreAsync(Profile());

        (await OutcomeOfAsync("5201", RemoveMember(1))).ShouldBe("Held PARTY_WAITS_BEHIND_HELD");
        (await OutcomeOfAsync("5201", Member(2))).ShouldBe("Applied");
        await ScanAsync();

        (await MemberAsync(1))!.Removed.ShouldBe(MemberRemovalGround.Resigned);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Release_CardUsedTwice_RejectsTheSecond()
    {
        await PushAsync("5201", Member(1), Member(2, card: CardOf(1)));
        await PushCentreAsync(Profile());
        await ScanAsync();

        (await MemberAsync(1))!.Nik.ShouldBe(VoterExamples.NikOf(1));
        (await PendingAsync("5201")).Where(p => p.Kind is PendingKind.Parked).ShouldHaveSingleItem().Code.ShouldBe("PARTY_CARD_TAKEN");
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Corrects_HeldMember_IsSupersededByItsCorrection()
    {
        var held = await PushAsync("5201", Member(1));
        var correction = Member(1);
        correction.PartyMember.Address = "JL. LAIN 2";
        correction.Corrects = new ChangeRef { Sequence = held.Sequence };
        (await OutcomeOfAsync("5201", correction)).ShouldBe("Held PARTY_UNKNOWN");

        await PushCentreAsync(Profile());
        await ScanAsync();

        (await PendingAsync("5201")).Select(p => p.State).ShouldBe([PendingState.Superseded, PendingState.Released]);
        (await ItemsAsync("5201")).ShouldHaveSingleItem();
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Release_OneParty_LeavesWhatWaitsForAnother()
    {
        await PushAsync("5201", Member(1), Member(2, party: 8));
        await PushAsync("5202", Member(3, office: "5202"));
        await PushCentreAsync(Profile());
        await ScanAsync();

        (await MemberAsync(1)).ShouldNotBeNull();
        (await MemberAsync(3, "5202")).ShouldNotBeNull();
        (await PendingAsync("5201")).Where(p => p.State is PendingState.Open).ShouldHaveSingleItem().Item!.Value.Key.ShouldStartWith("08/");
        await ShouldBeSoundAsync("RI", "5201", "5202");
    }

    [Fact]
    public async Task Release_MoreThanAPage_ReleasesAll()
    {
        var people = Enumerable.Range(1, 600).ToArray();
        await PushAsync("5201", [.. people.Select(i => Member(i))]);
        await PushCentreAsync(Profile());
        await ScanAsync();

        (await ItemsAsync("5201")).Count.ShouldBe(people.Length);
        (await PendingAsync("5201")).ShouldAllBe(p => p.State == PendingState.Released);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Push_ManagementBeforeTheProfile_WaitsInTheCentreToo()
    {
        (await OutcomeAsAsync(Centre, "RI", Management(PartyLevel.Centre, ""))).ShouldBe("Held PARTY_UNKNOWN");
        await PushCentreAsync(Profile());
        await ScanAsync();
        (await ItemsAsync("RI")).Count.ShouldBe(2);
        await ShouldBeSoundAsync("RI");
    }

    [Fact]
    public async Task Push_ProfileBeforeTheRest_SufficesInOneBatch() =>
        (await PushCentreAsync(Profile(), Management(PartyLevel.Centre, ""), Management(PartyLevel.Province, "52"))).Counts.Applied.ShouldBe(3);

    [Fact]
    public async Task Reject_HeldMember_IsGivenUpForGood()
    {
        var held = await PushAsync("5201", Member(1));
        var settled = (await Core.Get<HoldHandler>().RejectAsync(Operator(), new RejectHoldRequest
        {
            OfficeCode = "5201",
            Held = new EntryRef { Position = held.Position },
            Reason = "Partai ini tidak ada.",
        }, default)).Value.Settled;
        settled.Changes.ShouldHaveSingleItem().Outcome.Violations[0].Code.ShouldBe("HOLD_REJECTED");

        await PushCentreAsync(Profile());
        await ScanAsync();
        (await MemberAsync(1)).ShouldBeNull();
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Reject_HeldInTheCentresLedger_IsForItsAdministratorsOnly()
    {
        await PushCentreAsync(Management(PartyLevel.Centre, ""));
        var request = new RejectHoldRequest { OfficeCode = "RI", Held = new EntryRef { Position = 1 }, Reason = "Salah nomor." };
        (await Core.Get<HoldHandler>().RejectAsync(Province, request, default)).Error!.Reason.ShouldBe(ErrorReason.OfficeNotGranted);
        (await Core.Get<HoldHandler>().RejectAsync(Centre, request, default)).IsOk.ShouldBeTrue();
        await ShouldBeSoundAsync("RI");
    }

    // One ledger that cannot be read must not keep every other office waiting.
    [Fact]
    public async Task Release_DamagedLedger_IsPassedOver()
    {
        await PushAsync("5201", Member(1));
        await PushAsync("5202", Member(2, office: "5202"));
        await Core.ExecuteAsync("UPDATE ledger_entry SET payload = digest WHERE office = '5201'");

        await PushCentreAsync(Profile());
        await ScanAsync();
        (await MemberAsync(1)).ShouldBeNull();
        (await MemberAsync(2, "5202")).ShouldNotBeNull();
    }

    [Fact]
    public async Task Verify_HeldMember_IsRefused()
    {
        var held = await PushAsync("5201", Member(1));
        var refusal = (await Core.Get<HoldHandler>().VerifyAsync(Operator(), new VerifyHoldRequest
        {
            OfficeCode = "5201",
            Held = new EntryRef { Position = held.Position },
            Verification = VoterExamples.Verified(),
        }, default)).Error!;
        (refusal.Reason, refusal.Metadata["code"]).ShouldBe((ErrorReason.HoldNotVerifiable, "PARTY_UNKNOWN"));
    }

    [Fact]
    public async Task List_Holds_HasPartysToo()
    {
        await PushAsync("5201", Member(1));
        var hold = (await Core.Get<HoldHandler>().ListAsync(Operator(), new ListHoldsRequest { OfficeCode = "5201" }, default)).Value.Holds.ShouldHaveSingleItem();
        (hold.Code, hold.Change.PartyMember.CardNumber).ShouldBe(("PARTY_UNKNOWN", CardOf(1)));
    }

    // The recap's waiting voters are voters.
    [Fact]
    public async Task Recap_HeldMember_IsNoHeldVoter()
    {
        await PushAsync("5201", Member(1));
        (await Core.Get<IRecapReader>().OpenHoldsAsync(OfficeCode.Parse("5201"), default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_MemberOfAnUnknownParty_SaysSoAndWritesNothing()
    {
        var batch = BatchExamples.With(1, BatchExamples.Producer, "5201", [Member(1)]);
        (await Core.Get<ValidateHandler>().HandleAsync(Operator(), batch, default)).Value.Outcomes.ShouldHaveSingleItem().Violations[0].Code.ShouldBe("PARTY_UNKNOWN");
        (await Core.Store.HeadOfAsync(OfficeCode.Parse("5201"), default)).Position.ShouldBe(0);
    }

    [Fact]
    public async Task Rebuild_WithHeldMembers_WritesTheSameAgain()
    {
        await PushAsync("5201", Member(1), Member(2, party: 8));
        await PushCentreAsync(Profile());
        await ScanAsync();
        await Core.Get<RebuildHandler>().WriteAsync(OfficeCode.Parse("5201"), default);
        await ShouldBeSoundAsync("5201");

        // What is still held was written so that it can be released.
        await PushCentreAsync(Profile(8));
        await ScanAsync();
        (await MemberAsync(2, party: 8)).ShouldNotBeNull();
    }
}
