using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Progress;
using KpuSync.Core.Register;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Progress;

/// <summary>The reads of the monthly progress, through EF Core.</summary>
public sealed class ProgressQueries(IDbContextFactory<KpuSyncDbContext> contexts) : IProgressReader
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Item>> ItemsAsync(OfficeCode range, ReportMonth until, CancellationToken ct)
    {
        var (from, to) = RegencyCodes.Of(range);
        var (first, last) = (ItemKeys.OfReport(until with { Month = 1 }).Key, ItemKeys.OfReport(until).Key);
        var plan = ItemKeys.OfPlan(until.Year).Key;
        await using var db = await contexts.CreateDbContextAsync(ct);
        var items = db.OfficeItems.AsNoTracking()
            .Where(i => string.Compare(i.Office, from) >= 0 && string.Compare(i.Office, to) < 0)
            .Where(i => i.Kind == ItemKind.ProgressPlan
                ? i.Key == plan
                : i.Kind == ItemKind.ProgressReport && string.Compare(i.Key, first) >= 0 && string.Compare(i.Key, last) <= 0);
        var newest = items.GroupBy(i => new { i.Office, i.Kind, i.Key }).Select(g => g.OrderByDescending(i => i.Version).First());
        return [.. (await newest.ToListAsync(ct)).Select(i => i.ToItem())];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Item>> VersionsAsync(OfficeCode office, ItemKey key, int limit, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var versions = db.OfficeItems.AsNoTracking().Where(i => i.Office == office.Value && i.Kind == key.Kind && i.Key == key.Key);
        return [.. (await versions.OrderByDescending(i => i.Version).Take(limit).ToListAsync(ct)).Select(i => i.ToItem())];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<OfficeCode, ProgressCounts>> CountsAsync(OfficeCode range, DateOnly day, CancellationToken ct)
    {
        var (from, to) = RegencyCodes.Of(range);
        var code = StateRules.Over100Unverified.Code;
        await using var db = await contexts.CreateDbContextAsync(ct);

        // Few are verified, but not all of them are over 100: a row of a younger voter may carry a verification too.
        var verified = (await db.Registrations.AsNoTracking().Where(r => string.Compare(r.Office, from) >= 0 && string.Compare(r.Office, to) < 0)
                .Where(r => r.Verified && r.Ground == RemovalGround.Unspecified).Select(r => new { r.Office, r.Record }).ToListAsync(ct))
            .Where(r => IsOver100(r.Record, day)).GroupBy(r => r.Office).ToDictionary(g => g.Key, g => g.LongCount());
        var held = await CountByOfficeAsync(
            db.PendingChanges.Where(p => string.Compare(p.Office, from) >= 0 && string.Compare(p.Office, to) < 0)
                .Where(p => p.Kind == PendingKind.Held && p.State == PendingState.Open && p.Code == code).Select(p => p.Office), ct);
        var settled = await CountByOfficeAsync(
            db.CaseMembers.Where(m => string.Compare(m.Office, from) >= 0 && string.Compare(m.Office, to) < 0)
                .Join(db.DuplicateCases.Where(c => c.State != CaseState.Open), m => m.CaseId, c => c.Id, (m, _) => new { m.Office, m.CaseId })
                .Distinct().Select(m => m.Office), ct);
        return verified.Keys.Union(held.Keys).Union(settled.Keys).ToDictionary(
            OfficeCode.FromTrusted,
            office => new ProgressCounts(verified.GetValueOrDefault(office), held.GetValueOrDefault(office), settled.GetValueOrDefault(office)));
    }

    private static bool IsOver100(byte[] record, DateOnly day) =>
        IsoDate.TryParse(VoterRecord.Parser.ParseFrom(record).BirthDate, out var birthDate) && Age.IsOver100(birthDate, day);

    private static async ValueTask<Dictionary<string, long>> CountByOfficeAsync(IQueryable<string> offices, CancellationToken ct) =>
        await offices.GroupBy(office => office).Select(g => new { Office = g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Office, g => g.Count, ct);
}
