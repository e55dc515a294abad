using System.Runtime.CompilerServices;
using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;
using KpuSync.Storage.Ledger;
using KpuSync.Storage.Register;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage;

/// <summary>The reads that both databases share, through EF Core.</summary>
public sealed class LedgerQueries(IDbContextFactory<KpuSyncDbContext> contexts)
{
    /// <inheritdoc cref="ILedgerReader.HeadOfAsync"/>
    public async ValueTask<LedgerHead> HeadOfAsync(OfficeCode office, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await db.LedgerHeads.AsNoTracking().SingleOrDefaultAsync(h => h.Office == office.Value, ct);
        return row?.ToHead() ?? LedgerHead.Empty(office);
    }

    /// <inheritdoc cref="ILedgerReader.HeadsOfAsync"/>
    public async ValueTask<IReadOnlyList<LedgerHead>> HeadsOfAsync(OfficeCode range, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var heads = db.LedgerHeads.AsNoTracking().Where(h => h.Position > 0);
        heads = range.Kind switch
        {
            OfficeKind.Centre => heads,
            OfficeKind.Province => heads.Where(h => h.Office.StartsWith(range.ProvinceCode)),
            _ => heads.Where(h => h.Office == range.Value),
        };
        return [.. (await heads.OrderBy(h => h.Office).ToListAsync(ct)).Select(h => h.ToHead())];
    }

    /// <inheritdoc cref="ILedgerReader.EntriesAfterAsync"/>
    public async ValueTask<IReadOnlyList<LedgerEntry>> EntriesAfterAsync(OfficeCode office, long position, int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await EntriesOf(db, office).Where(e => e.Position > position).OrderBy(e => e.Position).Take(limit).ToListAsync(ct);
        return [.. rows.Select(r => r.ToEntry())];
    }

    /// <inheritdoc cref="ILedgerReader.ChainHashAtAsync"/>
    public async ValueTask<byte[]?> ChainHashAtAsync(OfficeCode office, long position, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await EntriesOf(db, office).Where(e => e.Position == position).Select(e => e.ChainHash).SingleOrDefaultAsync(ct);
    }

    /// <inheritdoc cref="ILedgerReader.EpochsOfAsync"/>
    public async ValueTask<IReadOnlyList<EpochEntry>> EpochsOfAsync(OfficeCode office, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var payloads = await EntriesOf(db, office)
            .Where(e => e.Kind == EntryKind.EpochOpened).OrderBy(e => e.Position).Select(e => e.Payload).ToListAsync(ct);
        return [.. payloads.Select(EpochEntry.Parser.ParseFrom)];
    }

    /// <inheritdoc cref="ILedgerReader.RegistrationsOfAsync"/>
    public async IAsyncEnumerable<Registration> RegistrationsOfAsync(OfficeCode office, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        await foreach (var row in db.Registrations.AsNoTracking().Where(r => r.Office == office.Value).OrderBy(r => r.Nik).AsAsyncEnumerable().WithCancellation(ct))
            yield return row.ToRegistration();
    }

    /// <inheritdoc cref="ILedgerReader.PendingOfAsync"/>
    public async IAsyncEnumerable<PendingChange> PendingOfAsync(OfficeCode office, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = db.PendingChanges.AsNoTracking().Where(p => p.Office == office.Value).OrderBy(p => p.Position).ThenBy(p => p.Index);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return row.ToPending();
    }

    /// <inheritdoc cref="ILedgerReader.HoldsOfAsync"/>
    public async ValueTask<(IReadOnlyList<PendingChange> Holds, int Total)> HoldsOfAsync(
        OfficeCode office, (long Position, int Index) after, int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = db.PendingChanges.AsNoTracking()
            .Where(p => p.Office == office.Value && p.Kind == PendingKind.Held && p.State == PendingState.Open);
        var rows = await open
            .Where(p => p.Position > after.Position || (p.Position == after.Position && p.Index > after.Index))
            .OrderBy(p => p.Position).ThenBy(p => p.Index).Take(limit).ToListAsync(ct);
        return ([.. rows.Select(r => r.ToPending())], await open.CountAsync(ct));
    }

    /// <inheritdoc cref="ILedgerReader.OfficesHoldingAsync"/>
    public async ValueTask<IReadOnlyList<OfficeCode>> OfficesHoldingAsync(string keyPrefix, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var offices = await OpenItemHolds(db, keyPrefix).Select(p => p.Office).Distinct().OrderBy(office => office).ToListAsync(ct);
        return [.. offices.Select(OfficeCode.FromTrusted)];
    }

    /// <inheritdoc cref="ILedgerReader.ItemHoldsOfAsync"/>
    public async ValueTask<IReadOnlyList<PendingChange>> ItemHoldsOfAsync(OfficeCode office, string keyPrefix, int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await OpenItemHolds(db, keyPrefix).Where(p => p.Office == office.Value)
            .OrderBy(p => p.Position).ThenBy(p => p.Index).Take(limit).ToListAsync(ct);
        return [.. rows.Select(r => r.ToPending())];
    }

    /// <inheritdoc cref="ILedgerReader.ItemsOfAsync"/>
    public async IAsyncEnumerable<Item> ItemsOfAsync(OfficeCode office, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = db.OfficeItems.AsNoTracking().Where(i => i.Office == office.Value).OrderBy(i => i.Kind).ThenBy(i => i.Key).ThenBy(i => i.Version);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return row.ToItem();
    }

    /// <inheritdoc cref="ILedgerReader.TalliesOfAsync"/>
    public async IAsyncEnumerable<Tally> TalliesOfAsync(OfficeCode office, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = db.RecapTallies.AsNoTracking().Where(t => t.Office == office.Value && t.Count != 0)
            .OrderBy(t => t.Day).ThenBy(t => t.VillageCode).ThenBy(t => t.PollingStation).ThenBy(t => t.Measure).ThenBy(t => t.Sex);
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
            yield return row.ToTally();
    }

    private static IQueryable<PendingChangeRow> OpenItemHolds(KpuSyncDbContext db, string keyPrefix) => db.PendingChanges.AsNoTracking()
        .Where(p => p.Kind == PendingKind.Held && p.State == PendingState.Open && p.ItemKey != null && p.ItemKey.StartsWith(keyPrefix));

    private static IQueryable<LedgerEntryRow> EntriesOf(KpuSyncDbContext db, OfficeCode office) =>
        db.LedgerEntries.AsNoTracking().Where(e => e.Office == office.Value);
}
