using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>Begins, watches, stops and lists the jobs that replay and discard. <see cref="JobRunner"/> does them.</summary>
public sealed class FailedJobHandler(IFailedReader failed, ILedgerStore store, FailedSelection selection, JobProgress progress, TimeProvider time)
{
    private const int JobsMax = 100;

    // Another server may be the one that moves it.
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    /// <summary>Begins a replay, or finds the one that this request began before.</summary>
    public Task<Result<FailedJob>> ReplayAsync(Caller caller, ReplayRequest request, CancellationToken ct) =>
        BeginAsync(caller, FailedAction.Replay, request.Filter, request.Reason, request.RequestId, request.ConfirmedChanges, ct);

    /// <summary>Begins a discard, or finds the one that this request began before.</summary>
    public Task<Result<FailedJob>> DiscardAsync(Caller caller, DiscardRequest request, CancellationToken ct) =>
        BeginAsync(caller, FailedAction.Discard, request.Filter, request.Reason, request.RequestId, request.ConfirmedChanges, ct);

    /// <summary>The job as it stands, and again whenever it has moved, to its end. A refusal comes first and alone.</summary>
    public async IAsyncEnumerable<Result<FailedJob>> WatchAsync(Caller caller, string jobId, [EnumeratorCancellation] CancellationToken ct)
    {
        FailedJob? last = null;
        while (true)
        {
            var next = progress.Next;
            if (await failed.FindJobAsync(jobId, ct) is not { } job || !IsInRange(caller, job))
            {
                yield return SyncError.Of(ErrorReason.FailedJobNotFound);
                yield break;
            }

            if (!job.Job.Equals(last))
                yield return last = job.Job;
            if (!job.IsRunning)
                yield break;
            await Signal.WaitAsync(next, LookEvery, time, ct);
        }
    }

    /// <summary>Stops a job. The page that is being written is finished or given up as a whole.</summary>
    public async Task<Result<FailedJob>> StopAsync(Caller caller, StopFailedJobRequest request, CancellationToken ct)
    {
        if (caller.Role is not Role.Administrator)
            return SyncError.Of(ErrorReason.RoleNotAllowed);
        var stopped = await store.WriteAsync([], write => StopAsync(write, caller, request.JobId, ct), ct);
        if (stopped.IsOk)
            progress.Moved();
        return stopped;
    }

    /// <summary>The jobs of a range, newest first.</summary>
    public async Task<Result<ListFailedJobsResponse>> ListAsync(Caller caller, ListFailedJobsRequest request, CancellationToken ct)
    {
        if (!OfficeCode.TryParse(request.Range, out var range))
            return SyncError.RequestInvalid("range");
        if (OfficeGrants.CheckRead(caller, range) is { } notGranted)
            return notGranted;
        var response = new ListFailedJobsResponse();
        response.Jobs.AddRange((await failed.JobsInAsync(range, JobsMax, ct)).Select(j => j.Job));
        return response;
    }

    private async ValueTask<Result<FailedJob>> StopAsync(ILedgerWrite write, Caller caller, string jobId, CancellationToken ct)
    {
        if (await write.Jobs.FindAsync(jobId, ct) is not { } job || !IsInRange(caller, job))
            return SyncError.Of(ErrorReason.FailedJobNotFound);
        if (!job.IsRunning)
            return job.Job;
        job = job.With(j => (j.State, j.UpdateTime) = (FailedJobState.Stopped, Now()));
        await write.Jobs.SaveAsync(job, ct);
        await write.CommitAsync(ct);
        return job.Job;
    }

    private async Task<Result<FailedJob>> BeginAsync(
        Caller caller, FailedAction action, FailedFilter? filter, string reason, string requestId, long confirmed, CancellationToken ct)
    {
        var read = FailedSelection.Read(caller, filter);
        if (!read.IsOk)
            return read.Error;
        if (Words.Check(reason, isRequired: true) is { } words)
            return words;
        if (!Uuids.IsCanonical(requestId))
            return SyncError.RequestInvalid("request_id");
        if (await failed.FindJobAsync(requestId, ct) is { } known)
            return SameOrInvalid(known, caller, action, filter!);

        // Counted while nobody writes in the range: what is confirmed is what the job is about.
        var job = new FailedJob
        {
            JobId = requestId,
            Action = action,
            State = FailedJobState.Running,
            Filter = filter,
            Reason = reason,
            Actor = caller.CredentialId,
        };
        var begun = await store.WriteAsync(OfficesOf(read.Value), write => BeginAsync(write, caller, job.Clone(), read.Value, confirmed, ct), ct);
        if (begun.IsOk)
            progress.Moved();
        return begun;
    }

    private async ValueTask<Result<FailedJob>> BeginAsync(ILedgerWrite write, Caller caller, FailedJob job, ParkedFilter parked, long confirmed, CancellationToken ct)
    {
        var jobs = await write.Jobs.RunningAsync(ct);
        if (await write.Jobs.FindAsync(job.JobId, ct) is { } pressedTwice)
            return SameOrInvalid(pressedTwice, caller, job.Action, job.Filter);
        var counted = await selection.CountAsync(parked, ct);
        if (!counted.IsOk)
            return counted.Error;
        var changes = counted.Value;
        if (parked.Batches.Count == 0 ? confirmed != changes : confirmed > 0 && confirmed != changes)
            return SyncError.Of(ErrorReason.FailedSelectionChanged, ("changes", changes.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        if (jobs.FirstOrDefault(j => j.Meant.MayMeet(parked)) is { } running)
            return SyncError.Of(ErrorReason.FailedJobRunning, ("job_id", running.Job.JobId));
        job.CreateTime = job.UpdateTime = Now();
        job.ChangesTotal = changes;
        await write.Jobs.SaveAsync(new StoredJob(job, new ParkedCursor(null, default)), ct);
        await write.CommitAsync(ct);
        return job;
    }

    private static List<OfficeCode> OfficesOf(ParkedFilter parked) => parked.Batches.Count > 0
        ? [.. parked.Batches.Select(b => b.Office).Distinct().Order()]
        : [.. OfficeGrants.OfficesIn(parked.Range).Append(OfficeCode.Centre).Where(office => OfficeGrants.Covers(parked.Range, office))];

    private static Result<FailedJob> SameOrInvalid(StoredJob known, Caller caller, FailedAction action, FailedFilter filter) =>
        known.Job.Action == action && known.Job.Actor == caller.CredentialId && known.Job.Filter.Equals(filter) ? known.Job : SyncError.RequestInvalid("request_id");

    private static bool IsInRange(Caller caller, StoredJob job) => OfficeGrants.CheckRead(caller, job.Range) is null;

    private Timestamp Now() => Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds()));
}
