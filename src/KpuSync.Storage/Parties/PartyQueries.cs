using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Parties;
using KpuSync.Rules.Values;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Parties;

/// <summary>The reads of the check of a party, through EF Core: a few queries over whole lists.</summary>
public sealed class PartyQueries(IDbContextFactory<KpuSyncDbContext> contexts) : IPartyReader
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ListedMember>> MembersAsync(OfficeCode office, int party, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. (await MembersOf(db, office, party).ToListAsync(ct)).Select(MemberOf).OrderBy(m => m.Card, StringComparer.Ordinal)];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ListedMember>> OthersAsync(OfficeCode office, int party, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var others = MembersOf(db, office, party)
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
        var missing = MembersOf(db, office, party)
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

    private static IQueryable<PartyMemberRow> MembersOf(KpuSyncDbContext db, OfficeCode office, int party) => db.PartyMembers.AsNoTracking()
        .Where(m => m.Office == office.Value && m.Party == party && m.Removed == MemberRemovalGround.Unspecified);

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
