using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage;

/// <summary>How a database's schema compares with the one that this program knows.</summary>
/// <param name="Known">The migrations of this program, oldest first.</param>
/// <param name="Missing">Those of them that the database lacks, oldest first.</param>
/// <param name="Unknown">What was applied to the database that this program does not know, oldest first: a newer program was here.</param>
public sealed record SchemaState(IReadOnlyList<string> Known, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown)
{
    /// <summary>Compares; an empty database lacks everything.</summary>
    public static async Task<SchemaState> ReadAsync(IDbContextFactory<KpuSyncDbContext> contexts, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        return new SchemaState(known, [.. known.Except(applied)], [.. applied.Except(known)]);
    }
}
