using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Core.Telemetry;
using KpuSync.Rules.Values;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Replay;

/// <summary>Carries jobs out, a page at a time. Start at <see cref="StepAsync(CancellationToken)"/>.</summary>
/// <remarks>
/// A page's entry and how far the job has come are committed together (<see cref="JobPage"/>), so that a job that was cut anywhere goes on where it was and
/// decides nothing twice.
/// </remarks>
public sealed partial class JobRunner(
    IFailedReader failed, ParkedPages pages, JobPage jobPage, SettlementOpener settlements, SyncLimits limits, JobProgress progress, SyncMetrics metrics,
    ILogger<JobRunner> logger)
{
    /// <summary>Does the next page of every running job.</summary>
    /// <param name="ct">Cancels between two commits.</param>
    /// <returns>False if no job is running.</returns>
    /// <exception cref="StoreUnavailableException">The database cannot take it now.</exception>
    public async Task<bool> StepAsync(CancellationToken ct)
    {
        var running = await failed.RunningJobsAsync(ct);
        foreach (var job in running)
        {
            await StepAsync(job, ct);
            progress.Moved();
        }

        return running.Count > 0;
    }

    private async Task StepAsync(StoredJob job, CancellationToken ct)
    {
        if (await pages.NextAsync(job.Meant, job.Cursor, 1, ct) is [var next])
            await DoAsync(job, next, ct);
        else
            await MoveAsync(job, job.Cursor, FailedJobState.Done, ct);
    }

    // What the database refuses, cannot be read any more or makes the code throw is found by halving: it alone stays parked, and the job goes on behind it.
    private async Task DoAsync(StoredJob job, PendingChange next, CancellationToken ct)
    {
        for (var changesMax = limits.ReplayPageChangesMax; changesMax > 0; changesMax /= 2)
        {
            try
            {
                metrics.Replayed(await jobPage.DoAsync(job, next.Office, changesMax, ct));
                return;
            }
            catch (Exception e) when (!StoreFailures.IsOfTheMachine(e))
            {
                // Half of it then.
            }
        }

        try
        {
            metrics.Replayed(await jobPage.DoPoisonedAsync(job, next.Office, ct));
        }
        catch (Exception e) when (!StoreFailures.IsOfTheMachine(e))
        {
            LogLeft(e, next.Office, next.Position, job.Job.JobId);
            await MoveAsync(job, new ParkedCursor(next.Office, next.Place), FailedJobState.Running, ct);
        }
    }

    private Task<bool> MoveAsync(StoredJob job, ParkedCursor cursor, FailedJobState state, CancellationToken ct) =>
        settlements.SettleAsync([], job.Job.Actor, settlement => MoveAsync(settlement, job, cursor, state, ct), ct).AsTask();

    // False where another server carried it on meanwhile: it is that one's to say.
    private static async ValueTask<bool> MoveAsync(SettlementWrite settlement, StoredJob job, ParkedCursor cursor, FailedJobState state, CancellationToken ct)
    {
        if (await settlement.Write.Jobs.FindAsync(job.Job.JobId, ct) is not { IsRunning: true } now || now.Cursor != job.Cursor)
            return false;
        await settlement.Write.Jobs.SaveAsync(now.With(j => (j.State, j.UpdateTime) = (state, JobPage.TimeOf(settlement)), cursor), ct);
        await settlement.CommitAsync(ct);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Job {JobId} leaves a change of entry {Position} of office {Office} parked: it cannot be decided")]
    private partial void LogLeft(Exception exception, OfficeCode office, long position, string jobId);
}
