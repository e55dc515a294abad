using KpuSync.Contracts.V1;
using KpuSync.Core.Glance;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Glance;

/// <summary>The reads of a glance, through EF Core.</summary>
public sealed class GlanceQueries(IDbContextFactory<KpuSyncDbContext> contexts) : IGlanceReader
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<OfficeCode, DateTimeOffset>> LastBatchesAsync(OfficeCode range, CancellationToken ct)
    {
        var (from, to) = RegencyCodes.Of(range);
        await using var db = await contexts.CreateDbContextAsync(ct);

        // By the producers' marks: looking for the newest batch from the end would pass over whatever else was written since.
        var newest = db.Producers.AsNoTracking().Where(p => string.Compare(p.Office, from) >= 0 && string.Compare(p.Office, to) < 0)
            .Join(
                db.LedgerEntries.AsNoTracking(),
                p => new { p.Office, ProducerId = (string?)p.ProducerId, Sequence = (long?)p.LastSequence },
                e => new { e.Office, e.ProducerId, e.Sequence },
                (p, e) => new { p.Office, e.CommitTimeMilliseconds });
        return (await newest.ToListAsync(ct)).GroupBy(e => e.Office).ToDictionary(
            g => OfficeCode.FromTrusted(g.Key), g => DateTimeOffset.FromUnixTimeMilliseconds(g.Max(e => e.CommitTimeMilliseconds)));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<OfficeCode, OpenChanges>> OpenChangesAsync(OfficeCode range, CancellationToken ct)
    {
        var (from, to) = RegencyCodes.Of(range);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = db.PendingChanges.AsNoTracking()
            .Where(p => string.Compare(p.Office, from) >= 0 && string.Compare(p.Office, to) < 0 && p.State == PendingState.Open)
            .GroupBy(p => new { p.Office, p.Kind }).Select(g => new { g.Key.Office, g.Key.Kind, Count = g.LongCount() });
        return (await open.ToListAsync(ct)).GroupBy(o => o.Office).ToDictionary(
            g => OfficeCode.FromTrusted(g.Key),
            g => new OpenChanges(g.Where(o => o.Kind is PendingKind.Held).Sum(o => o.Count), g.Where(o => o.Kind is PendingKind.Parked).Sum(o => o.Count)));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<VotersMoved>> MovementsAsync(OfficeCode range, CancellationToken ct)
    {
        var (from, to) = RegencyCodes.Of(range);
        await using var db = await contexts.CreateDbContextAsync(ct);

        // By the first two columns of the key, so that the database adds up as it reads; any other grouping sorts every tally of the range first.
        var moved = db.RecapTallies.AsNoTracking()
            .Where(t => string.Compare(t.Office, from) >= 0 && string.Compare(t.Office, to) < 0 && t.Measure < Measures.FirstNeutral)
            .GroupBy(t => new { t.Office, t.Day })
            .Select(g => new
            {
                g.Key.Office,
                g.Key.Day,
                Male = g.Sum(t => t.Sex == Sex.Female ? 0 : t.Measure < Measures.FirstLeaving ? t.Count : -t.Count),
                Female = g.Sum(t => t.Sex != Sex.Female ? 0 : t.Measure < Measures.FirstLeaving ? t.Count : -t.Count),
            });
        return [.. (await moved.ToListAsync(ct)).Select(m => new VotersMoved(OfficeCode.FromTrusted(m.Office), DateOnly.FromDayNumber(m.Day), m.Male, m.Female))];
    }
}
