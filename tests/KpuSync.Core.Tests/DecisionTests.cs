using KpuSync.Contracts.V1;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests;

/// <summary>What becomes of a change, by what the register says.</summary>
public class DecisionTests : CoreTests
{
    [Fact]
    public async Task Nik_CorrectedOntoADeadPersons_IsRejected()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.New(2));
        await PushAsync(VoterExamples.Remove(VoterExamples.NikOf(1)));
        var corrected = VoterExamples.Record(2);
        corrected.Nik = VoterExamples.NikOf(1);
        (await OutcomeOfAsync(VoterExamples.ChangeNik(VoterExamples.NikOf(2), corrected))).ShouldBe("Rejected VOTER_DECEASED");
    }

    [Fact]
    public async Task New_Unknown_IsApplied() => (await OutcomeOfAsync(VoterExamples.New(1))).ShouldBe("Applied");

    [Fact]
    public async Task New_IdenticalActive_IsUnchanged()
    {
        await PushAsync(VoterExamples.New(1));

        (await OutcomeOfAsync(VoterExamples.New(1))).ShouldBe("Unchanged");
    }

    [Fact]
    public async Task New_OtherDataOfAnActiveVoter_IsAppliedWithAWarning()
    {
        await PushAsync(VoterExamples.New(1));
        var moved = VoterExamples.Record(1);
        moved.Rt = 9;

        (await OutcomeOfAsync(VoterExamples.Upsert(moved))).ShouldBe("Applied VOTER_ALREADY_REGISTERED");
        (await ActiveAsync(moved.Nik)).ShouldBe(moved);
    }

    [Theory]
    [InlineData(UpsertReason.Changed)]
    [InlineData(UpsertReason.PollingStationCorrected)]
    public async Task Changed_Unknown_IsRejected(UpsertReason reason) =>
        (await OutcomeOfAsync(VoterExamples.Upsert(VoterExamples.Record(1), reason))).ShouldBe("Rejected VOTER_NOT_REGISTERED");

    [Fact]
    public async Task State_Unknown_Enters() =>
        (await OutcomeOfAsync(VoterExamples.Upsert(VoterExamples.Record(1), UpsertReason.State))).ShouldBe("Applied");

    [Fact]
    public async Task New_AfterDeath_IsRejectedUnlessTheReportIsReverted()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.Remove(VoterExamples.NikOf(1)));

        (await OutcomeOfAsync(VoterExamples.New(1))).ShouldBe("Rejected VOTER_DECEASED");
        (await OutcomeOfAsync(VoterExamples.Upsert(VoterExamples.Record(1), UpsertReason.Reverted))).ShouldBe("Applied");
    }

    [Fact]
    public async Task New_AfterMovingAway_Enters()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.Remove(VoterExamples.NikOf(1), RemovalGround.MovedAway));

        (await OutcomeOfAsync(VoterExamples.New(1))).ShouldBe("Applied");
    }

    [Fact]
    public async Task Remove_TwiceOnOneGround_IsUnchangedAndOnAnotherRejected()
    {
        await PushAsync(VoterExamples.New(1));
        (await OutcomeOfAsync(VoterExamples.Remove(VoterExamples.NikOf(1)))).ShouldBe("Applied");

        (await OutcomeOfAsync(VoterExamples.Remove(VoterExamples.NikOf(1)))).ShouldBe("Unchanged");
        (await OutcomeOfAsync(VoterExamples.Remove(VoterExamples.NikOf(1), RemovalGround.Police))).ShouldBe("Rejected VOTER_ALREADY_REMOVED");
    }

    [Fact]
    public async Task NikChange_ActiveVoter_MovesTheRegistration()
    {
        await PushAsync(VoterExamples.New(1));
        var corrected = VoterExamples.Record(1);
        corrected.Nik = VoterExamples.NikOf(2);

        (await OutcomeOfAsync(VoterExamples.ChangeNik(VoterExamples.NikOf(1), corrected))).ShouldBe("Applied");
        (await ActiveAsync(VoterExamples.NikOf(1))).ShouldBeNull();
        (await ActiveAsync(VoterExamples.NikOf(2))).ShouldBe(corrected);
        (await OutcomeOfAsync(VoterExamples.ChangeNik(VoterExamples.NikOf(1), corrected))).ShouldBe("Unchanged");
    }

    [Fact]
    public async Task NikChange_OntoATakenNumber_IsRejected()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.New(2));
        var corrected = VoterExamples.Record(1);
        corrected.Nik = VoterExamples.NikOf(2);

        (await OutcomeOfAsync(VoterExamples.ChangeNik(VoterExamples.NikOf(1), corrected))).ShouldBe("Rejected NIK_TAKEN");
    }

    [Fact]
    public async Task IfRevision_NotCurrent_IsAConflict()
    {
        var first = await PushAsync(VoterExamples.New(1));
        var changed = VoterExamples.Upsert(VoterExamples.Record(1), UpsertReason.Changed);
        changed.VoterUpsert.Voter.Rt = 9;
        changed.IfRevision = new Revision { Position = first.Position, Index = 0 };
        (await OutcomeOfAsync(changed)).ShouldBe("Applied");

        changed.VoterUpsert.Voter.Rt = 10;
        (await OutcomeOfAsync(changed)).ShouldBe("Conflict REVISION_NOT_CURRENT");
    }

    [Fact]
    public async Task Kind_Unknown_IsParkedAndNothingIsDropped()
    {
        // A change of a newer contract: its kind is field 111, far from those that are taken.
        var newer = Change.Parser.ParseFrom([0xFA, 0x06, 0x02, 0x08, 0x01]);

        (await OutcomeOfAsync(newer)).ShouldBe("Rejected CHANGE_KIND_UNKNOWN");
        var entry = (await Core.Store.EntriesAfterAsync(Rules.Values.OfficeCode.Parse("5201"), 0, 1, default))[0];
        Ledger.BatchBlob.Unpack(entry.Payload).Parse(0).ShouldBe(newer);
    }

    [Fact]
    public async Task AllOrNothing_OneRejected_AppliesNothingAndParksTheBatch()
    {
        var batch = BatchExamples.Of(1, VoterExamples.New(1), VoterExamples.Remove(VoterExamples.NikOf(2)), VoterExamples.New(3));
        batch.Mode = BatchMode.AllOrNothing;

        var receipt = (await Core.PushAsync(batch)).Value.Receipt;

        receipt.Counts.ShouldBe(new OutcomeCounts { Rejected = 1, NotApplied = 2 });
        (await ActiveAsync(VoterExamples.NikOf(1))).ShouldBeNull();
        var parked = new List<int>();
        await foreach (var pending in Core.Store.PendingOfAsync(Rules.Values.OfficeCode.Parse("5201"), default))
            parked.Add(pending.Index);
        parked.ShouldBe([0, 1, 2]);
    }
}
