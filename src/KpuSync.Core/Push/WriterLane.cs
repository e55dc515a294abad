using System.Threading.Channels;
using KpuSync.Contracts.V1;
using KpuSync.Core.Store;
using KpuSync.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Push;

/// <summary>One of a server's writers: takes every batch that is waiting in it as one group, so that a hundred producers share one commit.</summary>
internal sealed partial class WriterLane : IAsyncDisposable
{
    private readonly Channel<Queued> _queue;
    private readonly GroupTransaction _transaction;
    private readonly PushActivity _activity;
    private readonly SyncLimits _limits;
    private readonly SyncMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<WriterLane> _logger;
    private readonly Task _loop;

    /// <summary>Starts the writer; it runs until it is disposed.</summary>
    public WriterLane(
        GroupTransaction transaction, PushActivity activity, SyncLimits limits, SyncMetrics metrics, TimeProvider time, ILogger<WriterLane> logger)
    {
        (_transaction, _activity, _limits, _metrics, _time, _logger) = (transaction, activity, limits, metrics, time, logger);
        _queue = Channel.CreateBounded<Queued>(new BoundedChannelOptions(limits.QueuedBatchesMax) { SingleReader = true });
        _loop = Task.Run(RunAsync);
    }

    /// <summary>Queues a batch; returns once it has its place in the queue. The inner task ends after the commit.</summary>
    /// <remarks>Once queued, a batch is written even if its caller goes away: the caller learns the outcome by sending it again.</remarks>
    public async ValueTask<Task<Result<AcknowledgedReceipt>>> EnqueueAsync(ScreenedBatch batch, CancellationToken ct)
    {
        var queued = new Queued(batch);
        try
        {
            await _queue.Writer.WriteAsync(queued, ct);
        }
        catch (ChannelClosedException)
        {
            return Task.FromResult<Result<AcknowledgedReceipt>>(SyncError.Of(ErrorReason.ServerStopping));
        }

        return queued.Answer.Task;
    }

    /// <summary>Takes no more batches, writes those that are queued, and stops.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
    }

    private async Task RunAsync()
    {
        while (await _queue.Reader.WaitToReadAsync())
        {
            _activity.Begin();
            try
            {
                await WriteMeasuredAsync(TakeGroup());
            }
            finally
            {
                _activity.End();
            }
        }
    }

    private List<Queued> TakeGroup()
    {
        var group = new List<Queued>();
        var changes = 0;
        while (changes < _limits.GroupChangesMax && _queue.Reader.TryRead(out var queued))
        {
            group.Add(queued);
            changes += queued.Batch.Changes.Count;
        }

        return group;
    }

    private async ValueTask WriteMeasuredAsync(List<Queued> group)
    {
        var changes = group.Sum(q => (long)q.Batch.Changes.Count);
        var begin = _time.GetTimestamp();
        using (SyncTracing.GroupCommit(group.Count, changes))
            await WriteAsync(group);
        _metrics.Committed(group.Count, changes, _time.GetElapsedTime(begin));
    }

    private async ValueTask WriteAsync(List<Queued> group)
    {
        try
        {
            await WriteTogetherAsync(group);
        }
#pragma warning disable CA1031 // The writer must outlive any bug, and the bug of one batch must not refuse its neighbours.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogFailedTogether(e, group.Count);
            foreach (var queued in group)
                await WriteAloneAsync(queued);
        }
    }

    private async ValueTask WriteTogetherAsync(List<Queued> group)
    {
        try
        {
            var answers = await CommitAsync([.. group.Select(q => q.Batch)], poison: null);
            for (var i = 0; i < answers.Length; i++)
                group[i].Answer.SetResult(answers[i]);
        }
        catch (StoreUnavailableException e)
        {
            LogUnavailable(e, group.Count);
            Refuse(group, ErrorReason.StorageUnavailable);
        }
    }

    // Something in the group fails: write each batch alone, and of the one that the database refuses find the changes that are to blame.
    private async ValueTask WriteAloneAsync(Queued queued)
    {
        try
        {
            var poison = await new PoisonSearch(_transaction).FindAsync(queued.Batch, CancellationToken.None);
            if (poison is null)
            {
                Refuse([queued], ErrorReason.StorageUnavailable);
                return;
            }

            var answers = await CommitAsync([queued.Batch], poison);
            queued.Answer.SetResult(answers[0]);
        }
        catch (StoreUnavailableException e)
        {
            LogUnavailable(e, 1);
            Refuse([queued], ErrorReason.StorageUnavailable);
        }
#pragma warning disable CA1031 // As above: told to the caller, who reports it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogUnexpected(e);
            Refuse([queued], ErrorReason.Internal);
        }
    }

    private ValueTask<Result<AcknowledgedReceipt>[]> CommitAsync(IReadOnlyList<ScreenedBatch> batches, IReadOnlySet<int>? poison) =>
        StoreConflicts.TryAgainAsync(() => _transaction.WriteAsync(batches, poison, commit: true, CancellationToken.None));

    private static void Refuse(IEnumerable<Queued> group, ErrorReason reason)
    {
        foreach (var queued in group)
            queued.Answer.TrySetResult(SyncError.Of(reason));
    }

    private sealed record Queued(ScreenedBatch Batch)
    {
        public TaskCompletionSource<Result<AcknowledgedReceipt>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot take {Batches} batches now; they are refused and nothing is parked")]
    private partial void LogUnavailable(Exception exception, int batches);

    [LoggerMessage(Level = LogLevel.Error, Message = "A group of {Batches} batches failed; each is written alone")]
    private partial void LogFailedTogether(Exception exception, int batches);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Writing a batch failed unexpectedly")]
    private partial void LogUnexpected(Exception exception);
}
