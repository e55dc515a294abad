using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Parties;
using KpuSync.Rules.Values;
using KpuSync.Storage.Items;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Parties;

/// <summary>The reads of the check of a party, through EF Core: a few queries over whole lists.</summary>
public sealed class PartyQueries(IDbContextFactory<KpuSyncDbContext> contexts) : IPartyReader
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ListedMember>> MembersAsync(OfficeCode office, int party, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. (await PlacesOf(db, office, party).Where(m => m.Removed == MemberRemovalGround.Unspecified).ToListAsync(ct)).Select(MemberOf).OrderBy(m => m.Card, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ListedMember>> OthersAsync(OfficeCode office, int party, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var others = PlacesOf(db, office, party)
            .Join(db.PartyMembers.AsNoTracking(), member => member.Nik, other => other.Nik, (member, other) => new { member, other })
            .Where(pair => pair.other.Office != pair.member.Office || pair.other.Party != pair.member.Party || pair.other.Card != pair.member.Card)
            .Select(pair => pair.other).Distinct();
        return [.. (await others.ToListAsync(ct)).Select(MemberOf)];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<Nik, bool>> NotRegisteredAsync(OfficeCode office, int party, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var registrations = db.Registrations.AsNoTracking().Where(r => r.Office == office.Value);
        var missing = PlacesOf(db, office, party)
            .Where(m => !registrations.Any(r => r.Nik == m.Nik && r.Ground == RemovalGround.Unspecified))
            .Select(m => new { m.Nik, IsDead = registrations.Any(r => r.Nik == m.Nik && r.Ground == RemovalGround.Deceased) })
            .Distinct();
        return (await missing.ToListAsync(ct)).ToDictionary(m => Nik.FromTrusted(m.Nik), m => m.IsDead);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Item>> ItemsAsync(OfficeCode office, ItemKind kind, string keyPrefix, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var items = db.OfficeItems.AsNoTracking().Where(i => i.Office == office.Value && i.Kind == kind && i.Key.StartsWith(keyPrefix));
        var newest = items.GroupBy(i => i.Key).Select(g => g.OrderByDescending(i => i.Version).First());
        return [.. (await newest.ToListAsync(ct)).Select(i => i.ToItem())];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Item>> OrganisationAsync(IReadOnlyCollection<OfficeCode> offices, int party, CancellationToken ct)
    {
        var codes = offices.Select(o => o.Value).ToArray();
        var prefix = PartyKeys.PrefixOf(party);
        await using var db = await contexts.CreateDbContextAsync(ct);

        // By office and kind, which the key begins with: members are the most of the table, and none of them is read.
        var items = db.OfficeItems.AsNoTracking().Where(i => codes.Contains(i.Office)
            && (i.Kind == ItemKind.PartyManagement || i.Kind == ItemKind.PartyOffice || i.Kind == ItemKind.PartyAccount) && i.Key.StartsWith(prefix));
        var newest = items.GroupBy(i => new { i.Office, i.Kind, i.Key }).Select(g => g.OrderByDescending(i => i.Version).First());
        return [.. (await newest.ToListAsync(ct)).Select(i => i.ToItem())];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DatedItem>> VersionsAsync(OfficeCode office, ItemKind kind, string keyPrefix, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var items = ItemsOf(db, office, kind);

        // As a range of keys, since LIKE would read every party's. Keys are ASCII, and nothing in it follows DEL.
        var last = keyPrefix + "\u007f";
        return await DatedAsync(db, keyPrefix.Length == 0 ? items : items.Where(i => string.Compare(i.Key, keyPrefix) >= 0 && string.Compare(i.Key, last) < 0), ct);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DatedItem>> VersionsAsync(OfficeCode office, ItemKind kind, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await DatedAsync(db, ItemsOf(db, office, kind).Where(i => keys.Contains(i.Key)), ct);
    }

    private static async Task<IReadOnlyList<DatedItem>> DatedAsync(KpuSyncDbContext db, IQueryable<OfficeItemRow> items, CancellationToken ct)
    {
        var dated = items.Join(
            db.LedgerEntries.AsNoTracking(),
            i => new { i.Office, i.Position },
            e => new { e.Office, e.Position },
            (i, e) => new { Item = i, e.CommitTimeMilliseconds });
        var rows = await dated.OrderBy(d => d.Item.Key).ThenBy(d => d.Item.Version).ToListAsync(ct);
        return [.. rows.Select(d => new DatedItem(d.Item.ToItem(), DateTimeOffset.FromUnixTimeMilliseconds(d.CommitTimeMilliseconds)))];
    }

    private static IQueryable<OfficeItemRow> ItemsOf(KpuSyncDbContext db, OfficeCode office, ItemKind kind) =>
        db.OfficeItems.AsNoTracking().Where(i => i.Office == office.Value && i.Kind == kind);

    private static IQueryable<PartyMemberRow> PlacesOf(KpuSyncDbContext db, OfficeCode office, int party) =>
        db.PartyMembers.AsNoTracking().Where(m => m.Office == office.Value && m.Party == party);

    private static ListedMember MemberOf(PartyMemberRow row) => new()
    {
        Nik = Nik.FromTrusted(row.Nik),
        Office = OfficeCode.FromTrusted(row.Office),
        Party = row.Party,
        Card = row.Card,
        Position = row.Position,
        Index = row.Index,
        Removed = row.Removed,
        WasNotEligible = row.WasNotEligible,
        Occupation = row.Occupation,
        BirthDate = DateOnly.FromDayNumber(row.BirthDay),
        MaritalStatus = row.MaritalStatus,
    };
}
