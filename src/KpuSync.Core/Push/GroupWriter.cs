using KpuSync.Core.Telemetry;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Push;

/// <summary>The writers of a server. An office's batches always go to the same one, in their order; a database that has one writer gets one.</summary>
/// <remarks>Several, because a group waits for the locks of all its offices and then for the disk: the others go on meanwhile.</remarks>
public sealed class GroupWriter : IAsyncDisposable
{
    private readonly WriterLane[] _lanes;

    /// <summary>Starts the writers; they run until this is disposed.</summary>
    public GroupWriter(
        GroupTransaction transaction, PushActivity activity, SyncLimits limits, SyncMetrics metrics, TimeProvider time, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _lanes = [.. Enumerable.Range(0, limits.Writers).Select(_ => new WriterLane(transaction, activity, limits, metrics, time, loggers.CreateLogger<WriterLane>()))];
    }

    /// <inheritdoc cref="WriterLane.EnqueueAsync"/>
    public ValueTask<Task<Result<AcknowledgedReceipt>>> EnqueueAsync(ScreenedBatch batch, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return _lanes[(uint)batch.Office.GetHashCode() % (uint)_lanes.Length].EnqueueAsync(batch, ct);
    }

    /// <summary>Takes no more batches, writes those that are queued, and stops.</summary>
    public async ValueTask DisposeAsync() => await Task.WhenAll(_lanes.Select(lane => lane.DisposeAsync().AsTask()));
}
