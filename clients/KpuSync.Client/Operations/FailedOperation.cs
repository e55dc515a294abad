using System.Runtime.CompilerServices;
using Grpc.Core;
using KpuSync.Client.Push;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Operations;

/// <summary>Asks about parked changes, and follows the jobs that settle them.</summary>
internal sealed class FailedOperation(OperationScope scope)
{
    public Task<ListFailedBatchesResponse> ListAsync(ListFailedBatchesRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Clone();
        asked.Filter = InRange(request.Filter);
        return scope.CallAsync(options => scope.Connection.Failed.ListFailedBatchesAsync(asked, options), cancellationToken);
    }

    public Task<CountFailedChangesResponse> CountAsync(FailedFilter filter, CancellationToken cancellationToken)
    {
        var asked = new CountFailedChangesRequest { Filter = InRange(filter) };
        return scope.CallAsync(options => scope.Connection.Failed.CountFailedChangesAsync(asked, options), cancellationToken);
    }

    public AsyncServerStreamingCall<PreviewReplayResponse> Preview(PreviewReplayRequest request, CancellationToken cancellationToken)
    {
        var asked = request.Clone();
        asked.Filter = InRange(request.Filter);
        return scope.Connection.Failed.PreviewReplay(asked, scope.Connection.Stream(cancellationToken));
    }

    public Task<FailedJob> ReplayAsync(ReplayRequest request, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var asked = request.Clone();
        asked.Filter = InRange(request.Filter);
        asked.RequestId = IdOf(request.RequestId);
        return FollowAsync(
            asked.RequestId,
            () => JobsOf(scope.Connection.Failed.Replay(asked, scope.Connection.Stream(cancellationToken)), r => r.Job, cancellationToken),
            progress,
            cancellationToken);
    }

    public Task<FailedJob> DiscardAsync(DiscardRequest request, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var asked = request.Clone();
        asked.Filter = InRange(request.Filter);
        asked.RequestId = IdOf(request.RequestId);
        return FollowAsync(
            asked.RequestId,
            () => JobsOf(scope.Connection.Failed.Discard(asked, scope.Connection.Stream(cancellationToken)), r => r.Job, cancellationToken),
            progress,
            cancellationToken);
    }

    public Task<FailedJob> WatchAsync(string jobId, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        FollowAsync(jobId, () => Watch(jobId, cancellationToken), progress, cancellationToken);

    // Until the job was seen nobody knows whether it began, so that the request itself is sent again: under its id that is harmless.
    private async Task<FailedJob> FollowAsync(
        string jobId, Func<IAsyncEnumerable<FailedJob>> begin, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(scope.Options, delay => progress?.Report(new SyncProgress(SyncPhase.Retrying, 0, 0, default, delay)));
        FailedJob? last = null;
        while (true)
        {
            try
            {
                await foreach (var job in last is null ? begin() : Watch(jobId, cancellationToken))
                {
                    last = job;
                    backoff.Progressed();
                    progress?.Report(ProgressOf(job));
                }

                if (last is { State: FailedJobState.Done or FailedJobState.Stopped })
                    return last;

                // A server that goes down may end its streams in good order; the job goes on when it is back.
                throw new RpcException(new Status(StatusCode.Unavailable, "The progress ended before the job."));
            }
            catch (RpcException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            catch (RpcException e)
            {
                if (!await backoff.AgainAsync(e, cancellationToken))
                    throw RpcErrors.ToException(e, scope.Installation.Config.Deployment);
            }
        }
    }

    private IAsyncEnumerable<FailedJob> Watch(string jobId, CancellationToken cancellationToken) => JobsOf(
        scope.Connection.Failed.WatchFailedJob(new WatchFailedJobRequest { JobId = jobId }, scope.Connection.Stream(cancellationToken)), r => r.Job, cancellationToken);

    private static async IAsyncEnumerable<FailedJob> JobsOf<T>(
        AsyncServerStreamingCall<T> call, Func<T, FailedJob> jobOf, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using (call)
        {
            while (await call.ResponseStream.MoveNext(cancellationToken))
                yield return jobOf(call.ResponseStream.Current);
        }
    }

    // A batch that is decided as a whole counts whole, so that more may be done than matched.
    private static SyncProgress ProgressOf(FailedJob job) => new(
        job.Action is FailedAction.Discard ? SyncPhase.Discarding : SyncPhase.Replaying,
        job.ChangesDone,
        Math.Max(job.ChangesTotal, job.ChangesDone),
        default(OutcomeTotals).Plus(job.Counts));

    private FailedFilter InRange(FailedFilter? filter)
    {
        var asked = filter?.Clone() ?? new FailedFilter();
        if (asked.Range.Length == 0)
            asked.Range = scope.Installation.Config.Office;
        return asked;
    }

    private static string IdOf(string requestId) => requestId.Length > 0 ? requestId : Guid.NewGuid().ToString();
}
