namespace KpuSync.Core;

/// <summary>What one batch, one stream and one answer may hold.</summary>
public sealed record SyncLimits
{
    /// <summary>Most changes in a batch. Default 1,000.</summary>
    public int BatchChangesMax { get; init; } = 1_000;

    /// <summary>Most bytes in a batch, encoded. Default 2 MiB.</summary>
    public int BatchBytesMax { get; init; } = 2 * 1024 * 1024;

    /// <summary>Most unacknowledged batches in a push stream. Default 16.</summary>
    public int WindowBatchesMax { get; init; } = 16;

    /// <summary>Most changes that are committed in one transaction. Default 16,000.</summary>
    public int GroupChangesMax { get; init; } = 16_000;

    /// <summary>Groups that are written at once, 1 for a database with one writer. Default 1.</summary>
    public int Writers { get; init; } = 1;

    /// <summary>Most batches that wait for one of the writers, over all producers; more wait at the door. Default 64.</summary>
    public int QueuedBatchesMax { get; init; } = 64;

    /// <summary>Most entries in one answer of a pull. Default 16.</summary>
    public int PullEntriesMax { get; init; } = 16;

    /// <summary>Most bytes of entries in one answer of a pull, unless one entry alone has more. Default 3 MiB: gRPC clients take 4 MiB unless told otherwise.</summary>
    public int PullBytesMax { get; init; } = 3 * 1024 * 1024;

    /// <summary>From how many replays in vain on a parked change is in quarantine. Default 5.</summary>
    public int ReplayAttemptsMax { get; init; } = 5;

    /// <summary>Most parked changes that a replay commits in one transaction; an ALL_OR_NOTHING batch is never cut. Default 8,000: pushes wait for as long.</summary>
    public int ReplayPageChangesMax { get; init; } = 8_000;

    /// <summary>How long an idle push stream stays open. Default 5 minutes.</summary>
    public TimeSpan StreamIdleTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a pull that follows looks for new entries. Default 1 second.</summary>
    public TimeSpan FollowInterval { get; init; } = TimeSpan.FromSeconds(1);
}
