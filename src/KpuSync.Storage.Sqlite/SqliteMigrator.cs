using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Sqlite;

/// <summary>Creates the embedded database and brings it up to the current schema.</summary>
public sealed class SqliteMigrator(SqliteConnections connections, IDbContextFactory<KpuSyncDbContext> contexts)
{
    /// <summary>Creates or upgrades the database.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        connections.Prepare();
        await using var db = await contexts.CreateDbContextAsync(ct);
        await db.Database.MigrateAsync(ct);
    }
}
