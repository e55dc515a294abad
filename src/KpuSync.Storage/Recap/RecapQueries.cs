using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Recap;

/// <summary>The reads of the recap, through EF Core. Only sums leave the database.</summary>
public sealed class RecapQueries(IDbContextFactory<KpuSyncDbContext> contexts) : IRecapReader
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<TallySum>> SumsAsync(OfficeCode range, RecapPeriod period, RecapLevel level, CancellationToken ct)
    {
        var (firstDay, lastDay) = (period.FirstDay.DayNumber, period.LastDay.DayNumber);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sums = AreasOf(TalliesOf(db, range, lastDay), level)
            .GroupBy(t => new { t.Code, t.Station, t.Measure, t.Sex })
            .Select(g => new
            {
                g.Key,
                Before = g.Sum(t => t.Day < firstDay ? t.Count : 0),
                Within = g.Sum(t => t.Day < firstDay ? 0 : t.Count),
            });
        return [.. (await sums.ToListAsync(ct)).Select(s => new TallySum(s.Key.Code, s.Key.Station, s.Key.Measure, s.Key.Sex, s.Before, s.Within))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<VillageStations>> VillagesAsync(OfficeCode range, DateOnly lastDay, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var villages = TalliesOf(db, range, lastDay.DayNumber)
            .GroupBy(t => new { t.VillageCode, t.PollingStation })
            .Where(g => g.Sum(t => t.Measure < Measures.FirstLeaving ? t.Count : t.Measure < Measures.FirstNeutral ? -t.Count : 0) > 0)
            .Select(g => g.Key)
            .GroupBy(s => s.VillageCode)
            .Select(g => new { VillageCode = g.Key, Stations = g.Count(s => s.PollingStation > 0) });
        return [.. (await villages.ToListAsync(ct)).Select(v => new VillageStations(v.VillageCode, v.Stations))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<OfficeCode, long>> OpenHoldsAsync(OfficeCode range, CancellationToken ct)
    {
        var (from, to) = RegencyCodes.Of(range);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var holds = db.PendingChanges.AsNoTracking()
            .Where(p => string.Compare(p.Office, from) >= 0 && string.Compare(p.Office, to) < 0 && p.Kind == PendingKind.Held && p.State == PendingState.Open
                && p.ItemKey == null)
            .GroupBy(p => p.Office).Select(g => new { Office = g.Key, Count = g.LongCount() });
        return (await holds.ToListAsync(ct)).ToDictionary(h => OfficeCode.FromTrusted(h.Office), h => h.Count);
    }

    /// <inheritdoc/>
    public async ValueTask<OpenDuplicates> OpenDuplicatesAsync(OfficeCode range, CancellationToken ct)
    {
        var (from, to) = RegencyCodes.Of(range);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var sides = db.CaseMembers.AsNoTracking().Where(m => string.Compare(m.Office, from) >= 0 && string.Compare(m.Office, to) < 0)
            .Join(db.DuplicateCases.AsNoTracking().Where(c => c.State == CaseState.Open), m => m.CaseId, c => c.Id, (m, _) => new { m.Office, m.CaseId })
            .Distinct();
        var cases = await sides.Select(s => s.CaseId).Distinct().LongCountAsync(ct);
        var byOffice = await sides.GroupBy(s => s.Office).Select(g => new { Office = g.Key, Count = g.LongCount() }).ToListAsync(ct);
        return new OpenDuplicates(cases, byOffice.ToDictionary(o => OfficeCode.FromTrusted(o.Office), o => o.Count));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<OfficeCode, DateTimeOffset>> FirstEntriesAsync(OfficeCode range, CancellationToken ct)
    {
        var (from, to) = RegencyCodes.Of(range);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var first = db.LedgerHeads.AsNoTracking().Where(h => string.Compare(h.Office, from) >= 0 && string.Compare(h.Office, to) < 0)
            .Join(db.LedgerEntries.AsNoTracking().Where(e => e.Position == 1), h => h.Office, e => e.Office, (_, e) => new { e.Office, e.CommitTimeMilliseconds });
        return (await first.ToListAsync(ct)).ToDictionary(
            e => OfficeCode.FromTrusted(e.Office), e => DateTimeOffset.FromUnixTimeMilliseconds(e.CommitTimeMilliseconds));
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ClosedPeriod>> ClosedPeriodsAsync(OfficeCode range, CancellationToken ct)
    {
        var (from, to) = RegencyCodes.Of(range);
        await using var db = await contexts.CreateDbContextAsync(ct);
        var periods = db.RecapPeriods.AsNoTracking();
        if (range.Kind is not OfficeKind.Centre)
            periods = periods.Where(p => p.Office == range.Value || (string.Compare(p.Office, from) >= 0 && string.Compare(p.Office, to) < 0));
        return [.. (await periods.ToListAsync(ct)).Select(p => new ClosedPeriod(OfficeCode.FromTrusted(p.Office), RecapPeriod.Parse(p.Period), p.Position))];
    }

    /// <inheritdoc/>
    public async ValueTask<LedgerPoint?> LastEntryBeforeAsync(OfficeCode office, DateTimeOffset instant, CancellationToken ct)
    {
        var end = instant.ToUnixTimeMilliseconds();
        await using var db = await contexts.CreateDbContextAsync(ct);

        // From the end: a period is closed soon after it ended, so little lies between.
        var last = await db.LedgerEntries.AsNoTracking()
            .Where(e => e.Office == office.Value && e.CommitTimeMilliseconds < end).OrderByDescending(e => e.Position)
            .Select(e => new { e.Position, e.ChainHash }).FirstOrDefaultAsync(ct);
        return last is null ? null : new LedgerPoint { OfficeCode = office.Value, Position = last.Position, ChainHash = ByteString.CopyFrom(last.ChainHash) };
    }

    private static IQueryable<RecapTallyRow> TalliesOf(KpuSyncDbContext db, OfficeCode range, int lastDay)
    {
        var (from, to) = RegencyCodes.Of(range);
        var tallies = db.RecapTallies.AsNoTracking().Where(t => t.Day <= lastDay);
        return range.Kind is OfficeKind.Regency
            ? tallies.Where(t => t.Office == range.Value)
            : tallies.Where(t => string.Compare(t.Office, from) >= 0 && string.Compare(t.Office, to) < 0);
    }

    private static IQueryable<AreaTally> AreasOf(IQueryable<RecapTallyRow> tallies, RecapLevel level) => level switch
    {
        RecapLevel.Office => tallies.Select(t => new AreaTally { Code = t.Office, Station = 0, Day = t.Day, Measure = t.Measure, Sex = t.Sex, Count = t.Count }),
        RecapLevel.District => tallies.Select(t => new AreaTally
        {
            Code = t.VillageCode.Substring(0, 6),
            Station = 0,
            Day = t.Day,
            Measure = t.Measure,
            Sex = t.Sex,
            Count = t.Count,
        }),
        RecapLevel.Village => tallies.Select(t => new AreaTally { Code = t.VillageCode, Station = 0, Day = t.Day, Measure = t.Measure, Sex = t.Sex, Count = t.Count }),
        RecapLevel.PollingStation => tallies.Select(t => new AreaTally
        {
            Code = t.VillageCode,
            Station = t.PollingStation,
            Day = t.Day,
            Measure = t.Measure,
            Sex = t.Sex,
            Count = t.Count,
        }),
        _ => tallies.Select(t => new AreaTally { Code = "", Station = 0, Day = t.Day, Measure = t.Measure, Sex = t.Sex, Count = t.Count }),
    };

    private sealed class AreaTally
    {
        public required string Code { get; init; }

        public required int Station { get; init; }

        public required int Day { get; init; }

        public required Measure Measure { get; init; }

        public required Sex Sex { get; init; }

        public required long Count { get; init; }
    }
}
