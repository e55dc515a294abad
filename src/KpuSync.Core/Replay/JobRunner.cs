using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Replay;

/// <summary>Carries jobs out, a page at a time. Start at <see cref="StepAsync(CancellationToken)"/>.</summary>
/// <remarks>
/// A page's entry and how far the job has come are committed together (<see cref="JobPage"/>), so that a job that was cut anywhere goes on where it was and
/// decides nothing twice. Only one runner may run on a database at a time.
/// </remarks>
public sealed partial class JobRunner(
    IFailedReader failed, ParkedPages pages, JobPage jobPage, SettlementOpener settlements, SyncLimits limits, JobProgress progress, ILogger<JobRunner> logger)
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
        var filter = ParkedFilters.ReadOpen(job.Job.Filter).Value;
        var page = await pages.NextAsync(filter, job.Cursor, limits.ReplayPageChangesMax, ct);
        if (page.Count > 0)
            await DoAsync(job, filter, page, ct);
        else
            await MoveAsync(job, job.Cursor, FailedJobState.Done, ct);
    }

    // What the database refuses, or cannot be read any more, is found by halving: it alone stays parked.
    private async Task DoAsync(StoredJob job, ParkedFilter filter, IReadOnlyList<PendingChange> page, CancellationToken ct)
    {
        try
        {
            await jobPage.DoAsync(job, filter, page, isPoison: false, ct);
        }
        catch (StatementFailedException) when (page.Count == 1)
        {
            await jobPage.DoAsync(job, filter, page, isPoison: true, ct);
        }
        catch (Exception e) when (e is InvalidDataException or Google.Protobuf.InvalidProtocolBufferException && page.Count == 1)
        {
            LogDamaged(e, page[0].Office, page[0].Position, job.Job.JobId);
            await MoveAsync(job, new ParkedCursor(page[0].Office, page[0].Place), FailedJobState.Running, ct);
        }
        catch (Exception e) when (e is StatementFailedException or InvalidDataException or Google.Protobuf.InvalidProtocolBufferException)
        {
            foreach (var half in page.Chunk((page.Count + 1) / 2))
                await DoAsync(job, filter, half, ct);
        }
    }

    private async Task MoveAsync(StoredJob job, ParkedCursor cursor, FailedJobState state, CancellationToken ct)
    {
        await using var settlement = await settlements.BeginAsync([], job.Job.Actor, ct);
        if (await settlement.Write.Jobs.FindAsync(job.Job.JobId, ct) is not { IsRunning: true } now)
            return;
        await settlement.Write.Jobs.SaveAsync(now.With(j => (j.State, j.UpdateTime) = (state, JobPage.TimeOf(settlement)), cursor), ct);
        await settlement.CommitAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Entry {Position} of office {Office} is damaged; job {JobId} leaves a change of it parked")]
    private partial void LogDamaged(Exception exception, OfficeCode office, long position, string jobId);
}
