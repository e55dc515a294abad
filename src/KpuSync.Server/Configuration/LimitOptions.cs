namespace KpuSync.Server.Configuration;

/// <summary>Limits on what callers may ask: section <c>KpuSync:Limits</c>.</summary>
public sealed class LimitOptions
{
    /// <summary>Most changes in a batch. Default 1,000.</summary>
    public int BatchChangesMax { get; set; } = 1_000;

    /// <summary>Most bytes in a batch, encoded, after decompression. Default 2 MiB, so that an entry with its outcomes stays under the 4 MiB that gRPC clients accept.</summary>
    public int BatchBytesMax { get; set; } = 2 * 1024 * 1024;

    /// <summary>Most bytes in any message, before and after decompression; not under <see cref="BatchBytesMax"/>. Default 4 MiB.</summary>
    public int MessageBytesMax { get; set; } = 4 * 1024 * 1024;

    /// <summary>Most unacknowledged batches in a push stream. Default 16.</summary>
    public int WindowBatchesMax { get; set; } = 16;

    /// <summary>How long a push stream may send nothing before the server ends it. Default 5 minutes.</summary>
    public TimeSpan PushIdleTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Longest time for a unary call; a caller's shorter deadline holds. Default 30 s.</summary>
    public TimeSpan UnaryDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>From how many replays in vain on a parked change is in quarantine. Default 5.</summary>
    public int ReplayAttemptsMax { get; set; } = 5;

    /// <summary>Most parked changes that a replay commits at once; pushes wait for as long. Default 8,000.</summary>
    public int ReplayPageChangesMax { get; set; } = 8_000;

    /// <summary>Groups of batches that are written at once on PostgreSQL, each over a connection of its own. Default 4.</summary>
    public int Writers { get; set; } = 4;

    /// <summary>Most calls at a time on one connection. Default 100.</summary>
    public int StreamsPerConnectionMax { get; set; } = 100;

    /// <summary>Most calls of one office at a time, streams included. Default 64.</summary>
    public int CallsPerOfficeMax { get; set; } = 64;

    /// <summary>Calls of one office per second, over time; each batch in a push stream counts as one. Default 500.</summary>
    public int CallsPerOfficePerSecond { get; set; } = 500;

    /// <summary>Look-ups of an office per minute: holds, claims, duplicate cases, failed batches, data subjects. Nobody works through more by hand. Default 120.</summary>
    public int LookUpsPerOfficePerMinute { get; set; } = 120;

    /// <summary>Calls that an office may make at once after a pause. Default 1,000.</summary>
    public int CallsPerOfficeBurst { get; set; } = 1_000;
}
