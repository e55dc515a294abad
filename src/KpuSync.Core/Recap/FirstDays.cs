using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>The day on which each regency's ledger begins, by its own calendar.</summary>
public sealed class FirstDays(IRecapReader recap)
{
    /// <summary>The days of the regencies in the range that have entries.</summary>
    public async ValueTask<IReadOnlyDictionary<OfficeCode, DateOnly>> OfAsync(OfficeCode range, CancellationToken ct) =>
        (await recap.FirstEntriesAsync(range, ct)).ToDictionary(f => f.Key, f => OfficeCalendar.DayIn(f.Key, f.Value));
}
