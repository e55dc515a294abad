using KpuSync.Contracts.V1;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests.Replay;

/// <summary>A parked change that the database itself refuses: it alone stays, and the job goes on behind it.</summary>
public class ReplayPoisonTests : ReplayTests
{
    [Fact]
    public async Task Replay_OfOneChangeThatTheDatabaseRefuses_TakesItsNeighboursAndLeavesItAlone()
    {
        await PushAsync(EarlyVoter(1), EarlyVoter(2), EarlyVoter(3));
        await PushAsync(EarlyVoter(4), EarlyVoter(5));
        WaitUntilTomorrow();
        await Core.RefuseRegistrationAsync(VoterExamples.NikOf(2));

        var job = await ReplayAsync(All());

        (job.State, job.ChangesDone, job.Counts.Applied, job.Counts.Rejected).ShouldBe((FailedJobState.Done, 5L, 4, 1));
        (await ParkedAsync(1)).ShouldBe(["0 Replayed Applied DATE_IN_FUTURE 0", "1 Parked Rejected CHANGE_POISON 1", "2 Replayed Applied DATE_IN_FUTURE 0"]);
        await ShouldBeSoundAsync();

        await Core.AcceptRegistrationsAsync();
        (await ReplayAsync(All())).Counts.Applied.ShouldBe(1);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Replay_OfABatchThatIsTakenWholeOrNotAtAll_LeavesItWhole()
    {
        await Core.PushAsync(WholeOf(EarlyVoter(1), EarlyVoter(2)));
        WaitUntilTomorrow();
        await Core.RefuseRegistrationAsync(VoterExamples.NikOf(2));

        (await ReplayAsync(All())).Counts.Applied.ShouldBe(0);
        (await ParkedAsync(1)).ShouldBe(["0 Parked NotApplied BATCH_NOT_APPLIED 1", "1 Parked Rejected CHANGE_POISON 1"]);
        await ShouldBeSoundAsync();
    }

    private static Batch WholeOf(params Change[] changes)
    {
        var batch = BatchExamples.With(1, BatchExamples.Producer, "5201", changes);
        batch.Mode = BatchMode.AllOrNothing;
        return batch;
    }
}
