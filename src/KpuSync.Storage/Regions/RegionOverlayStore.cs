using System.Data;
using KpuSync.Rules.Regions;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Regions;

/// <summary>The regions that were imported since the release.</summary>
public sealed class RegionOverlayStore(IDbContextFactory<KpuSyncDbContext> contexts)
{
    /// <summary>Number of the last import; 0 for none.</summary>
    public async Task<int> NumberAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.RegionOverlays.MaxAsync(r => (int?)r.Number, ct) ?? 0;
    }

    /// <summary>Every imported region with its newest name, and the number of the last import.</summary>
    public async Task<(IReadOnlyList<Region> Regions, int Number)> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.RegionOverlays.AsNoTracking().OrderBy(r => r.Code).ThenBy(r => r.Number).ToListAsync(ct);
        return ([.. rows.GroupBy(r => r.Code).Select(same => new Region(same.Key, same.Last().Name))], rows.Count == 0 ? 0 : rows.Max(r => r.Number));
    }

    /// <summary>Adds an import.</summary>
    /// <returns>Its number.</returns>
    public async Task<int> AddAsync(IReadOnlyCollection<Region> regions, DateTimeOffset now, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, ct);
        var number = (await db.RegionOverlays.MaxAsync(r => (int?)r.Number, ct) ?? 0) + 1;
        db.AddRange(regions.Select(r => new RegionOverlayRow { Code = r.Code, Number = number, Name = r.Name, ImportedAt = now }));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return number;
    }
}
