using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage;

/// <summary>Contexts that share one open connection, and so see what its transaction sees. One may be at work at a time.</summary>
public sealed class OneConnection(DbContextOptions<KpuSyncDbContext> options) : IDbContextFactory<KpuSyncDbContext>
{
    /// <inheritdoc/>
    public KpuSyncDbContext CreateDbContext() => new(options);
}
