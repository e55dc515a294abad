using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Items;
using KpuSync.Core.Progress;
using KpuSync.Core.Recap;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Glance;

/// <summary>A range at a glance: which office sent when, what waits, how many voters, and how the budget stands.</summary>
public sealed class GlanceHandler(IGlanceReader reader, IRecapReader recap, IProgressReader progress, Scanner scanner, TimeProvider time)
{
    /// <summary>Months of the trend, the current one last.</summary>
    public const int TrendMonths = 12;

    /// <summary>The glance.</summary>
    /// <param name="caller">Who looks.</param>
    /// <param name="range">An office, a province or the nation.</param>
    /// <param name="month">The month whose reports are shown.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<GlanceView>> HandleAsync(Caller caller, OfficeCode range, ReportMonth month, CancellationToken ct)
    {
        if (OfficeGrants.CheckRead(caller, range) is { } notGranted)
            return notGranted;

        var today = OfficeCalendar.TodayIn(range, time);
        var firstMonth = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - TrendMonths);
        var lastBatches = await reader.LastBatchesAsync(range, ct);
        var open = await reader.OpenChangesAsync(range, ct);
        var duplicates = await recap.OpenDuplicatesAsync(range, ct);
        var movements = await reader.MovementsAsync(range, ct);
        var items = (await progress.ItemsAsync(range, month, ct)).ToLookup(item => item.Office);
        var voters = movements.GroupBy(m => m.Office).ToDictionary(g => g.Key, CountOf);

        var offices = OfficeGrants.OfficesIn(range)
            .Select(office => new OfficeGlance(
                office,
                lastBatches.TryGetValue(office, out var last) ? last : null,
                open.GetValueOrDefault(office)?.Held ?? 0,
                duplicates.ByOffice.GetValueOrDefault(office),
                open.GetValueOrDefault(office)?.Parked ?? 0,
                voters.GetValueOrDefault(office) ?? new SexCount(),
                BudgetOf(items[office], month)))
            .ToList();
        return new GlanceView(
            range, time.GetUtcNow(), month, offices, duplicates.Cases, await scanner.BehindAsync(range, ct), [.. TrendOf(movements, firstMonth)]);
    }

    private static OfficeBudget? BudgetOf(IEnumerable<Item> items, ReportMonth month)
    {
        var byKey = items.ToDictionary(item => item.Key);
        if (!byKey.TryGetValue(ItemKeys.OfReport(month), out var reported))
            return null;
        var plan = byKey.TryGetValue(ItemKeys.OfPlan(month.Year), out var planned) ? ProgressPlan.Parser.ParseFrom(planned.Record) : null;
        var budget = ProgressReport.Parser.ParseFrom(reported.Record).Budget;
        return new OfficeBudget(budget, BudgetMeasure.Of(budget, month, plan));
    }

    private static IEnumerable<MonthVoters> TrendOf(IReadOnlyList<VotersMoved> movements, DateOnly firstMonth)
    {
        for (var i = 0; i < TrendMonths; i++)
        {
            var next = firstMonth.AddMonths(i + 1);
            yield return new MonthVoters(ReportMonth.Of(firstMonth.AddMonths(i)), CountOf(movements.Where(m => m.Day < next)));
        }
    }

    private static SexCount CountOf(IEnumerable<VotersMoved> movements)
    {
        var count = new SexCount();
        foreach (var moved in movements)
        {
            count.Male += moved.Male;
            count.Female += moved.Female;
        }

        return count;
    }
}
