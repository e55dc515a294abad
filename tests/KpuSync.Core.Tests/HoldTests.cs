using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests;

/// <summary>What is held, what waits behind it, and what overtakes it.</summary>
public class HoldTests : CoreTests
{
    private const string Born1924 = "1924-05-05";

    private static VoterRecord Old => VoterExamples.Record(1, birthDate: Born1924);

    [Fact]
    public async Task Over100_Unverified_IsHeldAndNotRegistered()
    {
        (await OutcomeOfAsync(VoterExamples.Upsert(Old))).ShouldBe("Held VOTER_OVER_100_UNVERIFIED");
        (await ActiveAsync(Old.Nik)).ShouldBeNull();
    }

    [Fact]
    public async Task Over100_Verified_EntersAndLaterUpdatesNeedNone()
    {
        (await OutcomeOfAsync(VoterExamples.Upsert(Old, verification: VoterExamples.Verified()))).ShouldBe("Applied");
        var changed = Old;
        changed.Rt = 9;

        (await OutcomeOfAsync(VoterExamples.Upsert(changed, UpsertReason.Changed))).ShouldBe("Applied");
    }

    [Theory]
    [InlineData("1926-11-24", "Applied")]                           // 100 today.
    [InlineData("1926-11-23", "Held VOTER_OVER_100_UNVERIFIED")]    // 100 yesterday.
    public async Task Over100_OnTheBirthday_IsNotYet(string birthDate, string outcome) =>
        (await OutcomeOfAsync(VoterExamples.Upsert(VoterExamples.Record(1, birthDate: birthDate)))).ShouldBe(outcome);

    [Fact]
    public async Task BirthDate_ChangedToOver100_IsHeld()
    {
        await PushAsync(VoterExamples.New(1));
        var changed = VoterExamples.Record(1);
        changed.BirthDate = Born1924;

        (await OutcomeOfAsync(VoterExamples.Upsert(changed, UpsertReason.Changed))).ShouldContain("VOTER_OVER_100_UNVERIFIED");
        (await ActiveAsync(changed.Nik))!.BirthDate.ShouldBe("1980-03-21");
    }

    [Fact]
    public async Task Nik_OfAnotherPerson_IsHeld()
    {
        await PushAsync(VoterExamples.New(1));
        var other = VoterExamples.Record(1, name: "BAIQ LAIN");
        other.BirthDate = "1990-01-02";

        (await OutcomeOfAsync(VoterExamples.Upsert(other))).ShouldContain("NIK_OTHER_PERSON");
        (await ActiveAsync(other.Nik))!.Name.ShouldBe(VoterExamples.NameOf(1));
    }

    [Fact]
    public async Task Held_LaterChangeThatNeedsAHold_WaitsBehindIt()
    {
        await PushAsync(VoterExamples.Upsert(Old));
        var changed = Old;
        changed.Rt = 9;

        (await OutcomeOfAsync(VoterExamples.Upsert(changed))).ShouldBe("Held WAITS_BEHIND_HELD");
    }

    [Fact]
    public async Task Held_MistypedBirthYearMended_AppliesAndSupersedes()
    {
        await PushAsync(VoterExamples.Upsert(Old));
        var mended = Old;
        mended.BirthDate = "1994-05-05";

        (await OutcomeOfAsync(VoterExamples.Upsert(mended))).ShouldStartWith("Applied");
        (await OnlyPendingAsync()).State.ShouldBe(PendingState.Superseded);
    }

    [Fact]
    public async Task Held_RemovalOfThatPerson_SupersedesIt()
    {
        await PushAsync(VoterExamples.Upsert(Old));

        (await OutcomeOfAsync(VoterExamples.Remove(Old.Nik))).ShouldBe("Unchanged");
        (await OnlyPendingAsync()).State.ShouldBe(PendingState.Superseded);
    }

    [Fact]
    public async Task Held_OtherPersons_DoNotWait()
    {
        await PushAsync(VoterExamples.Upsert(Old));

        (await OutcomeOfAsync(VoterExamples.New(2))).ShouldBe("Applied");
    }

    [Fact]
    public async Task Corrects_HeldChange_IsSupersededByItsCorrection()
    {
        var held = await PushAsync(VoterExamples.Upsert(Old));
        var correction = VoterExamples.Upsert(Old, verification: VoterExamples.Verified());
        correction.Corrects = new ChangeRef { Sequence = held.Sequence, Index = 0 };

        (await OutcomeOfAsync(correction)).ShouldBe("Applied");
        var pending = await OnlyPendingAsync();
        (pending.State, pending.SettledPosition).ShouldBe((PendingState.Superseded, 2));
    }

    [Fact]
    public async Task Corrects_InTheSameBatch_Works()
    {
        var correction = VoterExamples.Upsert(Old, verification: VoterExamples.Verified());
        correction.Corrects = new ChangeRef { Sequence = 1, Index = 0 };

        (await PushAsync(VoterExamples.Upsert(Old), correction)).Counts.ShouldBe(new OutcomeCounts { Held = 1, Applied = 1 });
    }

    [Fact]
    public async Task Corrects_Nothing_WarnsAndIsProcessed()
    {
        var change = VoterExamples.New(1);
        change.Corrects = new ChangeRef { Sequence = 7, Index = 3 };

        (await OutcomeOfAsync(change)).ShouldBe("Applied CORRECTS_NOTHING");
    }

    private async Task<PendingChange> OnlyPendingAsync()
    {
        var all = new List<PendingChange>();
        await foreach (var pending in Core.Store.PendingOfAsync(OfficeCode.Parse("5201"), default))
            all.Add(pending);
        return all.ShouldHaveSingleItem();
    }
}
