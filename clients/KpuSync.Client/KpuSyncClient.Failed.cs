using System.Runtime.CompilerServices;
using Grpc.Core;
using KpuSync.Client.Operations;
using KpuSync.Client.Push;
using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>Parked changes: looking at them, and the jobs that replay or discard them. None of it touches the installation's own files.</summary>
/// <remarks>In every filter an empty range is the installation's own office.</remarks>
public sealed partial class KpuSyncClient
{
    /// <summary>One page of the batches with parked changes that match a filter.</summary>
    /// <exception cref="NotAllowedException">The credential may not read the range.</exception>
    public Task<ListFailedBatchesResponse> ListFailedBatchesAsync(ListFailedBatchesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LookAsync(scope => new FailedOperation(scope).ListAsync(request, cancellationToken), cancellationToken);
    }

    /// <summary>Counts the parked changes that match a filter, by code.</summary>
    /// <exception cref="NotAllowedException">The credential may not read the range.</exception>
    public Task<CountFailedChangesResponse> CountFailedChangesAsync(FailedFilter filter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return LookAsync(scope => new FailedOperation(scope).CountAsync(filter, cancellationToken), cancellationToken);
    }

    /// <summary>One failed batch, with every change of it that was ever parked.</summary>
    /// <exception cref="SyncException"><c>FAILED_BATCH_NOT_FOUND</c>.</exception>
    public Task<GetFailedBatchResponse> GetFailedBatchAsync(FailedBatchRef batch, CancellationToken cancellationToken = default) => LookAsync(
        scope => scope.CallAsync(options => scope.Connection.Failed.GetFailedBatchAsync(new GetFailedBatchRequest { Batch = batch }, options), cancellationToken),
        cancellationToken);

    /// <summary>Streams what a replay would do now, change by change. Writes nothing.</summary>
    /// <exception cref="NotAllowedException">The credential may not replay in the range.</exception>
    /// <exception cref="SyncException"><c>FAILED_SELECTION_EMPTY</c>: nothing parked matches.</exception>
    public async IAsyncEnumerable<PreviewReplayResponse> PreviewReplayAsync(
        PreviewReplayRequest request, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var scope = await OperationScope.LookAsync(_options, cancellationToken);
        using var call = new FailedOperation(scope).Preview(request, cancellationToken);
        while (true)
        {
            try
            {
                if (!await call.ResponseStream.MoveNext(cancellationToken))
                    yield break;
            }
            catch (RpcException e) when (!cancellationToken.IsCancellationRequested)
            {
                throw RpcErrors.ToException(e, scope.Installation.Config.Deployment);
            }

            yield return call.ResponseStream.Current;
        }
    }

    /// <summary>
    /// Replays what matches and waits for the end. The job goes on by itself on the server, also if the wait is ended; if the line is cut, the wait is taken up again.
    /// </summary>
    /// <param name="request">What, why, and under which id; the same id again is the same job. An empty id is made here.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends the wait, not the job.</param>
    /// <returns>The job as it ended: done, or stopped by somebody.</returns>
    /// <exception cref="NotAllowedException">The credential may not replay in the range.</exception>
    /// <exception cref="SyncException"><c>FAILED_SELECTION_EMPTY</c>, <c>FAILED_SELECTION_CHANGED</c> or <c>FAILED_JOB_RUNNING</c>.</exception>
    public Task<FailedJob> ReplayFailedAsync(ReplayRequest request, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LookAsync(scope => new FailedOperation(scope).ReplayAsync(request, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Gives up what matches and waits for the end, as <see cref="ReplayFailedAsync"/> does.</summary>
    /// <inheritdoc cref="ReplayFailedAsync"/>
    public Task<FailedJob> DiscardFailedAsync(DiscardRequest request, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LookAsync(scope => new FailedOperation(scope).DiscardAsync(request, progress, cancellationToken), cancellationToken);
    }

    /// <summary>Waits for the end of a job.</summary>
    /// <param name="jobId">Its id.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends the wait, not the job.</param>
    /// <returns>The job as it ended.</returns>
    /// <exception cref="SyncException"><c>FAILED_JOB_NOT_FOUND</c>.</exception>
    public Task<FailedJob> WatchFailedJobAsync(string jobId, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        LookAsync(scope => new FailedOperation(scope).WatchAsync(jobId, progress, cancellationToken), cancellationToken);

    /// <summary>Stops a job. What it has done stays; one that had ended already stays as it was.</summary>
    /// <exception cref="SyncException"><c>FAILED_JOB_NOT_FOUND</c>.</exception>
    /// <exception cref="NotAllowedException">The credential may not stop jobs.</exception>
    public Task<FailedJob> StopFailedJobAsync(string jobId, CancellationToken cancellationToken = default) => LookAsync(
        async scope => (await scope.CallAsync(
            options => scope.Connection.Failed.StopFailedJobAsync(new StopFailedJobRequest { JobId = jobId }, options), cancellationToken)).Job,
        cancellationToken);

    /// <summary>The jobs of a range, newest first, at most 100.</summary>
    /// <param name="range">An office (<c>5201</c>), province (<c>P52</c>) or the nation (<c>RI</c>); null is the installation's own office.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotAllowedException">The credential may not read the range.</exception>
    public Task<IReadOnlyList<FailedJob>> ListFailedJobsAsync(string? range = null, CancellationToken cancellationToken = default) => LookAsync<IReadOnlyList<FailedJob>>(
        async scope =>
        {
            var request = new ListFailedJobsRequest { Range = range ?? scope.Installation.Config.Office };
            return (await scope.CallAsync(options => scope.Connection.Failed.ListFailedJobsAsync(request, options), cancellationToken)).Jobs;
        },
        cancellationToken);
}
