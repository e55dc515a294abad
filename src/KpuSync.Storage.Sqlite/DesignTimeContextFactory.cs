using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace KpuSync.Storage.Sqlite;

/// <summary>Lets the EF Core tool make migrations without a server.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<KpuSyncDbContext>
{
    /// <inheritdoc/>
    public KpuSyncDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<KpuSyncDbContext>();
        SqliteServices.Configure(builder, "Data Source=design-time.db");
        return new KpuSyncDbContext(builder.Options);
    }
}
