using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Postgres;

/// <summary>Creates the schema and brings it up to the current one.</summary>
public sealed class PostgresMigrator(PostgresTurn turn, IDbContextFactory<KpuSyncDbContext> contexts)
{
    /// <summary>Creates or upgrades the schema. Many servers may ask at once: one does it, the others wait.</summary>
    public Task MigrateAsync(CancellationToken ct) => turn.RunAsync(
        async () =>
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            // An index on a whole country's ledger takes as long as it takes.
            db.Database.SetCommandTimeout(TimeSpan.Zero);
            await db.Database.MigrateAsync(ct);
        },
        ct);
}
