using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>Lets the EF Core tool make migrations without a server.</summary>
public sealed class DesignTimeContextFactory : IDesignTimeDbContextFactory<KpuSyncDbContext>
{
    /// <inheritdoc/>
    public KpuSyncDbContext CreateDbContext(string[] args)
    {
        var builder = new DbContextOptionsBuilder<KpuSyncDbContext>();
        PostgresServices.Configure(builder, NpgsqlDataSource.Create("Host=localhost;Database=design-time"));
        return new KpuSyncDbContext(builder.Options);
    }
}
