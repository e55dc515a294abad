using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Duplicates;

/// <summary>The lists of cases and claims that both databases share, through EF Core.</summary>
public sealed class CaseQueries(IDbContextFactory<KpuSyncDbContext> contexts)
{
    /// <inheritdoc cref="ICaseReader.CasesInAsync"/>
    public async ValueTask<IReadOnlyList<DuplicateCase>> CasesInAsync(OfficeCode range, CaseFilter filter, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var cases = CasesIn(db, range);
        if (filter.State is not CaseState.Unspecified)
            cases = cases.Where(c => c.State == filter.State);
        if (filter.Class is not CaseClass.Unspecified)
            cases = cases.Where(c => c.Class == filter.Class);
        if (filter.Reach is not CaseReach.Unspecified)
            cases = cases.Where(c => c.Reach == filter.Reach);
        if (filter.Before > 0)
            cases = cases.Where(c => c.Id < filter.Before);
        var bodies = await cases.OrderByDescending(c => c.Id).Take(filter.Limit).Select(c => c.Body).ToListAsync(ct);
        return [.. bodies.Select(DuplicateCase.Parser.ParseFrom)];
    }

    /// <inheritdoc cref="ICaseReader.CountOpenAsync"/>
    public async ValueTask<IReadOnlyList<CaseCount>> CountOpenAsync(OfficeCode range, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var counts = await CasesIn(db, range).Where(c => c.State == CaseState.Open)
            .GroupBy(c => new { c.Class, c.Reach }).Select(g => new { g.Key.Class, g.Key.Reach, Count = g.Count() }).ToListAsync(ct);
        return [.. counts.OrderBy(c => c.Class).ThenBy(c => c.Reach).Select(c => new CaseCount { Class = c.Class, Reach = c.Reach, Count = c.Count })];
    }

    /// <inheritdoc cref="ICaseReader.ClaimsOfAsync"/>
    public async ValueTask<IReadOnlyList<StoredClaim>> ClaimsOfAsync(OfficeCode owner, bool all, int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.Claims.AsNoTracking()
            .Where(c => c.Office == owner.Value && (all || c.State == ClaimState.Open))
            .OrderBy(c => c.ClaimTimeMilliseconds).ThenBy(c => c.ClaimId).Take(limit).ToListAsync(ct);
        return [.. rows.Select(r => new StoredClaim(
            OfficeCode.FromTrusted(r.Office), r.ClaimId, Nik.FromTrusted(r.Nik), r.Kind, OfficeCode.FromTrusted(r.ClaimingOffice),
            DateOnly.FromDayNumber(r.EffectiveDay), r.State, r.ClaimTimeMilliseconds))];
    }

    /// <inheritdoc cref="ICaseReader.DifferentPeopleOfAsync"/>
    public async ValueTask<IReadOnlyList<DifferentPair>> DifferentPeopleOfAsync(OfficeCode office, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.DifferentPeople.AsNoTracking().Where(d => d.FirstOffice == office.Value || d.SecondOffice == office.Value).ToListAsync(ct);
        return [.. rows.Select(r => new DifferentPair(
            r.CaseId,
            new RegistrationKey(Nik.FromTrusted(r.FirstNik), OfficeCode.FromTrusted(r.FirstOffice)),
            new RegistrationKey(Nik.FromTrusted(r.SecondNik), OfficeCode.FromTrusted(r.SecondOffice))))];
    }

    /// <inheritdoc cref="ICaseReader.VillageMovesAsync"/>
    public async ValueTask<IReadOnlyList<VillageMove>> VillageMovesAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var rows = await db.VillageTransfers.AsNoTracking().OrderBy(t => t.OldCode).ToListAsync(ct);
        return [.. rows.Select(r => new VillageMove(r.OldCode, r.NewCode, DateOnly.FromDayNumber(r.Day)))];
    }

    // A case without sides was merged into another one and is nobody's.
    private static IQueryable<DuplicateCaseRow> CasesIn(KpuSyncDbContext db, OfficeCode range)
    {
        var members = db.CaseMembers.AsNoTracking();
        members = range.Kind switch
        {
            OfficeKind.Centre => members,
            OfficeKind.Province => members.Where(m => m.Office.StartsWith(range.ProvinceCode)),
            _ => members.Where(m => m.Office == range.Value),
        };
        return db.DuplicateCases.AsNoTracking().Where(c => members.Select(m => m.CaseId).Contains(c.Id));
    }
}
