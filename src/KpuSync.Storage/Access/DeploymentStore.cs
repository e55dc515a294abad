using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Access;

/// <summary>The identity that the database was given at its first start.</summary>
public sealed class DeploymentStore(IDbContextFactory<KpuSyncDbContext> contexts)
{
    /// <summary>The name, or null if the database has none yet.</summary>
    public async Task<string?> NameAsync(CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        return await context.Set<DeploymentRow>().Select(row => row.Name).SingleOrDefaultAsync(ct);
    }

    /// <summary>Names the deployment for good.</summary>
    public async Task SetNameAsync(string name, DateTimeOffset now, CancellationToken ct)
    {
        await using var context = await contexts.CreateDbContextAsync(ct);
        context.Add(new DeploymentRow { Name = name, CreatedAt = now });
        await context.SaveChangesAsync(ct);
    }
}
