using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>Creates the schema and brings it up to the current one.</summary>
public sealed class PostgresMigrator(NpgsqlDataSource source, IDbContextFactory<KpuSyncDbContext> contexts)
{
    // Any number that nothing else in the database uses.
    private const long MigrationLock = 7_261_120_260_001;

    /// <summary>Creates or upgrades the schema. Many servers may ask at once: one does it, the others wait.</summary>
    public async Task MigrateAsync(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({MigrationLock})", ct);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            await db.Database.MigrateAsync(ct);
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
