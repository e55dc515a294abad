using KpuSync.Server.Calls;
using KpuSync.Storage.Access;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace KpuSync.Server.Hosting;

/// <summary>Ready means: the database answers, and the server is not stopping.</summary>
public sealed class StoreHealth(DeploymentStore deployments, Drain drain) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (drain.IsStopping)
            return HealthCheckResult.Unhealthy("stopping");

        return await deployments.NameAsync(cancellationToken) is null ? HealthCheckResult.Unhealthy("no deployment") : HealthCheckResult.Healthy();
    }
}
