using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Core.Telemetry;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Telemetry;

/// <summary>What the gauges show, through EF Core: heads with the entry that each names, and partial indexes of what waits.</summary>
public sealed class FiguresQueries(IDbContextFactory<KpuSyncDbContext> contexts) : IFiguresReader
{
    /// <inheritdoc/>
    public async ValueTask<StoreFigures> ReadAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var last = await db.LedgerHeads
            .Join(db.LedgerEntries, h => new { h.Office, h.Position }, e => new { e.Office, e.Position }, (h, e) => new { h.Office, h.Position, e.CommitTimeMilliseconds })
            .ToListAsync(ct);
        var offices = last.Select(l => l.Office).ToList();
        var scanned = await db.ScanCheckpoints.ToDictionaryAsync(c => c.Office, c => c.Position, ct);
        var cases = await db.DuplicateCases.Where(c => c.State == CaseState.Open)
            .GroupBy(c => new { c.Class, c.Reach }).Select(g => new { g.Key.Class, g.Key.Reach, Count = g.Count() }).ToListAsync(ct);
        return new StoreFigures(
            last.ToDictionary(l => l.Office, l => l.CommitTimeMilliseconds),
            await CountAsync(db, PendingKind.Held, offices, ct),
            await CountAsync(db, PendingKind.Parked, offices, ct),
            [.. cases.Select(c => new CaseCount { Class = c.Class, Reach = c.Reach, Count = c.Count })],
            last.Sum(l => Math.Max(0, l.Position - scanned.GetValueOrDefault(l.Office))),
            await db.FailedJobs.CountAsync(j => j.State == FailedJobState.Running, ct));
    }

    // Kind and state are constants here, not parameters: only then does the database see that a partial index answers.
    private static async ValueTask<IReadOnlyDictionary<string, long>> CountAsync(KpuSyncDbContext db, PendingKind kind, List<string> offices, CancellationToken ct)
    {
        var waiting = kind is PendingKind.Held
            ? db.PendingChanges.Where(p => p.Kind == PendingKind.Held && p.State == PendingState.Open)
            : db.PendingChanges.Where(p => p.Kind == PendingKind.Parked && p.State == PendingState.Open);
        var counts = await waiting.GroupBy(p => p.Office).Select(g => new { Office = g.Key, Count = g.LongCount() }).ToDictionaryAsync(c => c.Office, c => c.Count, ct);

        // An office whose last one was settled must fall to 0, and not merely vanish.
        return offices.ToDictionary(office => office, office => counts.GetValueOrDefault(office));
    }
}
