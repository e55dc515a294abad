using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Replay;
using KpuSync.Rules.Values;
using KpuSync.Storage.Register;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Replay;

/// <summary>Reads of what is parked and of jobs, for both databases.</summary>
public sealed class FailedQueries(IDbContextFactory<KpuSyncDbContext> contexts) : IFailedReader
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ParkedBatch>> BatchesAsync(ParkedFilter filter, ParkedBatch? after, int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var found = new List<ParkedBatch>();
        if (after is { } last)
            await AddAsync(found, Matching(db, filter).Where(p => p.Office == last.Office.Value && p.Position > last.Position), limit, ct);
        if (found.Count < limit)
        {
            var rest = Matching(db, filter);
            if (after is { } passed)
                rest = rest.Where(p => string.Compare(p.Office, passed.Office.Value) > 0);
            await AddAsync(found, rest, limit - found.Count, ct);
        }

        return found;
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PendingChange>> ParkedOfAsync(OfficeCode office, IReadOnlyCollection<long> positions, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.PendingChanges.AsNoTracking()
            .Where(p => p.Office == office.Value && positions.Contains(p.Position) && (p.Kind == PendingKind.Parked || p.Attempts > 0))
            .OrderBy(p => p.Position).ThenBy(p => p.Index).ToListAsync(ct);
        return [.. rows.Select(r => r.ToPending())];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LedgerEntry>> EntriesAtAsync(OfficeCode office, IReadOnlyCollection<long> positions, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.LedgerEntries.AsNoTracking()
            .Where(e => e.Office == office.Value && positions.Contains(e.Position)).OrderBy(e => e.Position).ToListAsync(ct);
        return [.. rows.Select(r => r.ToEntry())];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, long>> CountAsync(ParkedFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await Matching(db, filter).GroupBy(p => p.Code).Select(g => new { g.Key, Changes = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Changes, ct);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<PendingChange>> NextAsync(ParkedFilter filter, ParkedCursor after, int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var matching = Matching(db, filter);
        if (after.Office is { } office)
        {
            var rest = await PageAsync(
                matching.Where(p => p.Office == office.Value && p.Position >= after.Place.Position
                    && (p.Position > after.Place.Position || p.Index > after.Place.Index)),
                limit,
                ct);
            if (rest.Count > 0)
                return rest;
            matching = matching.Where(p => string.Compare(p.Office, office.Value) > 0);
        }

        var next = await matching.OrderBy(p => p.Office).Select(p => p.Office).FirstOrDefaultAsync(ct);
        return next is null ? [] : await PageAsync(Matching(db, filter).Where(p => p.Office == next), limit, ct);
    }

    /// <inheritdoc/>
    public async ValueTask<StoredJob?> FindJobAsync(string jobId, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.FailedJobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == jobId, ct))?.ToJob();
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredJob>> RunningJobsAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.FailedJobs.AsNoTracking().Where(j => j.State == FailedJobState.Running).OrderBy(j => j.CreateTimeMilliseconds).ThenBy(j => j.Id).ToListAsync(ct);
        return [.. rows.Select(r => r.ToJob())];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredJob>> JobsInAsync(OfficeCode range, int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var jobs = db.FailedJobs.AsNoTracking();
        jobs = range.Kind switch
        {
            OfficeKind.Centre => jobs,
            OfficeKind.Province => jobs.Where(j => j.Range == range.Value || j.Range.StartsWith(range.ProvinceCode)),
            _ => jobs.Where(j => j.Range == range.Value),
        };
        var rows = await jobs.OrderByDescending(j => j.CreateTimeMilliseconds).ThenBy(j => j.Id).Take(limit).ToListAsync(ct);
        return [.. rows.Select(r => r.ToJob())];
    }

    private static async Task AddAsync(List<ParkedBatch> found, IQueryable<PendingChangeRow> rows, int limit, CancellationToken ct)
    {
        // Grouped rather than distinct, so that the index's order serves and a page reads a page.
        var keys = await rows.GroupBy(p => new { p.Office, p.Position }).Select(g => g.Key).OrderBy(k => k.Office).ThenBy(k => k.Position).Take(limit).ToListAsync(ct);
        found.AddRange(keys.Select(k => new ParkedBatch(OfficeCode.FromTrusted(k.Office), k.Position)));
    }

    private static async Task<IReadOnlyList<PendingChange>> PageAsync(IQueryable<PendingChangeRow> rows, int limit, CancellationToken ct) =>
        [.. (await rows.OrderBy(p => p.Position).ThenBy(p => p.Index).Take(limit).ToListAsync(ct)).Select(r => r.ToPending())];

    private static IQueryable<PendingChangeRow> Matching(KpuSyncDbContext db, ParkedFilter filter)
    {
        var rows = db.PendingChanges.AsNoTracking().Where(p => p.Kind == PendingKind.Parked && p.State == filter.State);
        if (filter.Range.Kind is not OfficeKind.Centre)
        {
            // Between two codes rather than by prefix: that is a range of the index.
            var (from, to) = RegencyCodes.Of(filter.Range);
            rows = rows.Where(p => string.Compare(p.Office, from) >= 0 && string.Compare(p.Office, to) < 0);
        }

        if (filter.Code is { } code)
            rows = rows.Where(p => p.Code == code);
        if (filter.SinceMilliseconds is { } since)
            rows = rows.Where(p => p.TimeMilliseconds >= since);
        if (filter.UntilMilliseconds is { } until)
            rows = rows.Where(p => p.TimeMilliseconds < until);
        return rows;
    }
}
