using KpuSync.Contracts.V1;
using KpuSync.Core.Settlements;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests.Replay;

/// <summary>What becomes of parked changes that are replayed.</summary>
public class ReplayOutcomeTests : ReplayTests
{
    [Fact]
    public async Task Replay_WhatIsValidNow_AppliesAndStandsInTheLedgerWithItsOrigin()
    {
        await PushAsync(EarlyVoter(1), VoterExamples.New(2));
        (await ParkedAsync(1)).ShouldBe(["0 Parked Rejected DATE_IN_FUTURE 0"]);
        WaitUntilTomorrow();

        var job = await ReplayAsync(All());

        (job.State, job.ChangesTotal, job.ChangesDone, job.Counts.Applied).ShouldBe((FailedJobState.Done, 1L, 1L, 1));
        (await ActiveAsync(VoterExamples.NikOf(1))).ShouldNotBeNull();
        (await ParkedAsync(1)).ShouldBe(["0 Replayed Applied DATE_IN_FUTURE 0"]);
        var entry = StoredSettlement.Of((await Core.Store.EntriesAfterAsync(Office, 1, 10, default)).Single());
        (entry.Act.ChangesReplayed.JobId, entry.Act.Reason, entry.Act.Origins.Single()).ShouldBe((job.JobId, "data rujukan sudah benar", new EntryRef { Position = 1 }));
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_WhatIsStillWrong_StaysParkedWithOneAttemptMore()
    {
        await PushAsync(EarlyVoter(1));
        var job = await ReplayAsync(All());

        job.Counts.Rejected.ShouldBe(1);
        (await ParkedAsync(1)).ShouldBe(["0 Parked Rejected DATE_IN_FUTURE 1"]);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_TooOftenInVain_IsQuarantinedAndLeftAloneUntilNamed()
    {
        await PushAsync(EarlyVoter(1));
        for (var i = 0; i < 5; i++)
            (await ReplayAsync(All())).ChangesQuarantined.ShouldBe(i == 4 ? 1 : 0);

        (await ParkedAsync(1)).ShouldBe(["0 Quarantined Rejected DATE_IN_FUTURE 5"]);
        (await BeginAsync(All())).Error!.Reason.ShouldBe(ErrorReason.FailedSelectionEmpty);
        await ShouldBeSoundAsync();

        WaitUntilTomorrow();
        var quarantined = All();
        quarantined.State = FailedState.Quarantined;
        (await ReplayAsync(quarantined)).Counts.Applied.ShouldBe(1);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_WhenNewerDataIsIn_IsSuperseded()
    {
        await PushAsync(EarlyVoter(1, rt: 7));
        await PushAsync(VoterExamples.New(1));
        WaitUntilTomorrow();

        (await ReplayAsync(All())).Counts.Superseded.ShouldBe(1);
        (await ActiveAsync(VoterExamples.NikOf(1)))!.Rt.ShouldBe(1);
        var shown = (await ShowAsync(1)).Changes.Single();
        (shown.State, shown.Violations.Single().Code, shown.Decided).ShouldBe((FailedState.Superseded, "NEWER_DATA", new EntryRef { Position = 3 }));
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_WhenRemovedSince_DoesNotBringTheVoterBack()
    {
        await PushAsync(VoterExamples.New(1));
        await PushAsync(EarlyVoter(1, rt: 7));
        await PushAsync(VoterExamples.Remove(VoterExamples.NikOf(1), RemovalGround.MovedAway));
        WaitUntilTomorrow();

        (await ReplayAsync(All())).Counts.Superseded.ShouldBe(1);
        (await ActiveAsync(VoterExamples.NikOf(1))).ShouldBeNull();
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_OfTwoChangesOfOnePerson_KeepsTheirOrder()
    {
        await PushAsync(EarlyVoter(1, rt: 7));
        await PushAsync(EarlyVoter(1, rt: 8), EarlyVoter(1, rt: 9));
        WaitUntilTomorrow();

        (await ReplayAsync(All())).Counts.Applied.ShouldBe(3);
        (await ActiveAsync(VoterExamples.NikOf(1)))!.Rt.ShouldBe(9);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_OfTheLaterFirst_NeverLetsTheOlderGoOverIt()
    {
        await PushAsync(EarlyVoter(1, rt: 7));
        await PushAsync(EarlyVoter(1, rt: 8));
        WaitUntilTomorrow();

        (await ReplayAsync(Named(2))).Counts.Applied.ShouldBe(1);
        (await ReplayAsync(Named(1))).Counts.Superseded.ShouldBe(1);
        (await ActiveAsync(VoterExamples.NikOf(1)))!.Rt.ShouldBe(8);
        await ShouldBeSoundAsync();
    }

    // The register's newest place is that of the first replay; what stands there is older than the second change all the same.
    [Fact]
    public async Task Replay_OfTheEarlierFirst_TheLaterIsStillNewer()
    {
        await PushAsync(EarlyVoter(1, rt: 7));
        await PushAsync(EarlyVoter(1, rt: 8));
        WaitUntilTomorrow();

        (await ReplayAsync(Named(1))).Counts.Applied.ShouldBe(1);
        (await ReplayAsync(Named(2))).Counts.Applied.ShouldBe(1);
        (await ActiveAsync(VoterExamples.NikOf(1)))!.Rt.ShouldBe(8);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_WhatTheRegisterSaysAlready_IsUnchanged()
    {
        await PushAsync(VoterExamples.New(1));
        await PushAsync(EarlyVoter(1));
        WaitUntilTomorrow();

        (await ReplayAsync(All())).Counts.Unchanged.ShouldBe(1);
        (await ParkedAsync(2)).ShouldBe(["0 Replayed Unchanged DATE_IN_FUTURE 0"]);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_OfSomebodyOver100_IsHeldAndVerifiedLikeAnyOther()
    {
        var old = VoterExamples.Record(1, birthDate: "1924-05-05");
        await PushAsync(Early(VoterExamples.Upsert(old)));
        WaitUntilTomorrow();

        (await ReplayAsync(All())).Counts.Held.ShouldBe(1);
        (await ParkedAsync(1)).ShouldBe(["0 Replayed Held VOTER_OVER_100_UNVERIFIED 1"]);
        var settled = await Core.Get<HoldHandler>().VerifyAsync(
            TestKit.Stores.TestCore.Operator(),
            new VerifyHoldRequest { OfficeCode = "5201", Held = new EntryRef { Position = 1 }, Verification = VoterExamples.Verified() },
            default);
        settled.Value.Settled.Changes.Single().Outcome.Status.ShouldBe(OutcomeStatus.Applied);
        await ShouldBeSoundAsync();
    }

    // The hold stands where the change came, so what came after it overtakes it, and is not gone over by it.
    [Fact]
    public async Task Replay_OfAHeldOneAndALaterOneOfThePerson_LetsTheLaterOvertakeIt()
    {
        var old = VoterExamples.Record(1, birthDate: "1924-05-05");
        var mended = old.Clone();
        mended.BirthDate = "1994-05-05";
        await PushAsync(Early(VoterExamples.Upsert(old)));
        await PushAsync(Early(VoterExamples.Upsert(mended)));
        WaitUntilTomorrow();

        var counts = (await ReplayAsync(All())).Counts;
        (counts.Held, counts.Applied).ShouldBe((1, 1));
        (await Core.Get<HoldHandler>().ListAsync(TestKit.Stores.TestCore.Operator(), new ListHoldsRequest { OfficeCode = "5201" }, default)).Value.Total.ShouldBe(0);
        (await ActiveAsync(old.Nik))!.BirthDate.ShouldBe("1994-05-05");
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_OfAHeldOneAndItsRemoval_LeavesNobodyToBeVerified()
    {
        var old = VoterExamples.Record(1, birthDate: "1924-05-05");
        await PushAsync(Early(VoterExamples.Upsert(old)));
        await PushAsync(Early(VoterExamples.Remove(old.Nik, RemovalGround.MovedAway)));
        WaitUntilTomorrow();

        var counts = (await ReplayAsync(All())).Counts;
        (counts.Held, counts.Unchanged).ShouldBe((1, 1));
        (await Core.Get<HoldHandler>().ListAsync(TestKit.Stores.TestCore.Operator(), new ListHoldsRequest { OfficeCode = "5201" }, default)).Value.Total.ShouldBe(0);
        await ShouldBeSoundAsync();
    }

    // Held now it would be released after the later one, and go over it.
    [Fact]
    public async Task Replay_OfWhatWouldBeHeldBehindALaterHold_WaitsParked()
    {
        var old = VoterExamples.Record(1, birthDate: "1924-05-05");
        await PushAsync(Early(VoterExamples.Upsert(old)));
        var later = old.Clone();
        later.Rt = 9;
        await PushAsync(VoterExamples.Upsert(later));
        WaitUntilTomorrow();

        (await ReplayAsync(All())).Counts.NotApplied.ShouldBe(1);
        (await ParkedAsync(1)).ShouldBe(["0 Parked NotApplied WAITS_BEHIND_HELD 1"]);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_OfAnAllOrNothingBatch_TakesItWhole()
    {
        var batch = BatchExamples.Of(1, EarlyVoter(1), VoterExamples.New(2), VoterExamples.New(3));
        batch.Mode = BatchMode.AllOrNothing;
        (await Core.PushAsync(batch)).Value.Receipt.Counts.NotApplied.ShouldBe(2);

        (await ReplayAsync(Named(1, 1))).Counts.NotApplied.ShouldBe(2);
        (await ActiveAsync(VoterExamples.NikOf(2))).ShouldBeNull();
        (await ParkedAsync(1)).ShouldBe(
            ["0 Parked Rejected DATE_IN_FUTURE 1", "1 Parked NotApplied BATCH_NOT_APPLIED 1", "2 Parked NotApplied BATCH_NOT_APPLIED 1"]);
        await ShouldBeSoundAsync();

        WaitUntilTomorrow();
        var job = await ReplayAsync(Named(1, 1));
        (job.ChangesTotal, job.ChangesDone, job.Counts.Applied).ShouldBe((1L, 3L, 3));
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Correction_OfAQuarantinedOrParkedRow_SupersedesIt()
    {
        await PushAsync(EarlyVoter(1));
        var mended = VoterExamples.New(1);
        mended.Corrects = new ChangeRef { Sequence = 1, Index = 0 };
        await PushAsync(mended);

        (await ParkedAsync(1)).ShouldBe(["0 Superseded Rejected DATE_IN_FUTURE 0"]);
        var error = (await BeginAsync(Named(1))).Error!;
        (error.Reason, error.Metadata["state"]).ShouldBe((ErrorReason.FailedSelectionEmpty, "SUPERSEDED"));
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_OfAnOfficesReport_AppliesUnlessALaterOneIsIn()
    {
        await PushAsync(ProgressExamples.Report("2026-12", 10), ProgressExamples.Report("2026-11", 20));
        (await ParkedAsync(1)).ShouldBe(["0 Parked Rejected PROGRESS_MONTH_IN_FUTURE 0"]);
        Core.Time.Advance(TimeSpan.FromDays(10));

        (await ReplayAsync(All())).Counts.Applied.ShouldBe(1);
        (await ParkedAsync(1)).ShouldBe(["0 Replayed Applied PROGRESS_MONTH_IN_FUTURE 0"]);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_OfAReportWithANewerVersion_IsSuperseded()
    {
        await PushAsync(ProgressExamples.Report("2026-12", 10));
        Core.Time.Advance(TimeSpan.FromDays(10));
        await PushAsync(ProgressExamples.Report("2026-12", 30));

        (await ReplayAsync(All())).Counts.Superseded.ShouldBe(1);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Correction_OfAParkedReport_SupersedesIt()
    {
        await PushAsync(ProgressExamples.Report("2026-12", 10));
        var mended = ProgressExamples.Report("2026-11", 10);
        mended.Corrects = new ChangeRef { Sequence = 1, Index = 0 };
        await PushAsync(mended);

        (await ParkedAsync(1)).ShouldBe(["0 Superseded Rejected PROGRESS_MONTH_IN_FUTURE 0"]);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Discard_Parked_StaysInTheLedgerAndIsNeverReplayed()
    {
        await PushAsync(EarlyVoter(1), EarlyVoter(2));
        (await DiscardAsync(Named(1, 0))).ChangesDone.ShouldBe(1);
        WaitUntilTomorrow();

        (await ReplayAsync(All())).Counts.Applied.ShouldBe(1);
        (await ActiveAsync(VoterExamples.NikOf(1))).ShouldBeNull();
        (await ParkedAsync(1)).ShouldBe(["0 Discarded Rejected DATE_IN_FUTURE 0", "1 Replayed Applied DATE_IN_FUTURE 0"]);
        var error = (await BeginAsync(Named(1, 0))).Error!;
        (error.Reason, error.Metadata["state"]).ShouldBe((ErrorReason.FailedSelectionEmpty, "DISCARDED"));
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_OfWhatTheSenderWasNotGranted_IsNeverTaken()
    {
        var account = PartyExamples.Account(PartyLevel.Regency, "5201");
        await PushAsync(account);
        (await ParkedAsync(1))[0].ShouldContain("CHANGE_NOT_GRANTED");

        (await ReplayAsync(All(), caller: Administrator("RI"))).Counts.Rejected.ShouldBe(1);
        (await ParkedAsync(1))[0].ShouldContain("Parked Rejected CHANGE_NOT_GRANTED 1");
        await ShouldBeSoundAsync();
    }
}
