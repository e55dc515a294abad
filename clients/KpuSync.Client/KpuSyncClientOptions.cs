namespace KpuSync.Client;

/// <summary>What a client needs from its host.</summary>
public sealed record KpuSyncClientOptions
{
    /// <summary>The installation's directory. Created owner-only by <see cref="KpuSyncClient.InitAsync"/>.</summary>
    public required string Directory { get; init; }

    /// <summary>The clock. Default: the system's.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Makes the handler under the gRPC channel for a server address, for proxies, own certificates and tests. Default: a <see cref="SocketsHttpHandler"/>.</summary>
    public Func<Uri, HttpMessageHandler>? HandlerFactory { get; init; }

    /// <summary>Language in which the server answers: <c>id</c> (default) or <c>en</c>.</summary>
    public string Language { get; init; } = "id";

    /// <summary>How long acknowledged batches and report files are kept. Default 30 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How long one call may take before it counts as failed. Default 1 minute.</summary>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long an unreachable server is tried again without any progress before the operation ends. Default 2 minutes.</summary>
    public TimeSpan RetryFor { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>First back-off delay; it doubles up to <see cref="RetryDelayMax"/>, each with jitter. Default 500 ms.</summary>
    public TimeSpan RetryDelayMin { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Longest back-off delay. Default 30 s.</summary>
    public TimeSpan RetryDelayMax { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Compress what is sent. Default: only when the server is on another machine.</summary>
    public bool? Compress { get; init; }

    /// <summary>Most pages of 4 KiB in the state database: how the tests fill the disk.</summary>
    internal int? StatePagesMax { get; init; }
}
