namespace KpuSync.Server.Calls;

/// <summary>Tells calls that the server is stopping: none begins any more, and streams end once what they queued is acknowledged.</summary>
public sealed class Drain(IHostApplicationLifetime lifetime)
{
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    public bool IsStopping => lifetime.ApplicationStopping.IsCancellationRequested;
}
