using KpuSync.Core.Store;

namespace KpuSync.Server.Hosting;

/// <summary>Hands background work over when the server stops, so that another need not wait until the lease ends. Registered before the workers: what is started first stops last.</summary>
public sealed class LeaseHandover(IWorkLease lease) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await lease.ReleaseAllAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or OperationCanceledException)
        {
            // Then it ends by itself.
        }
    }
}
