using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>Sums over the tallies, and what else a recap shows. A range is an office, a province or the nation.</summary>
public interface IRecapReader
{
    /// <summary>The tallies summed up for each area, measure and sex.</summary>
    ValueTask<IReadOnlyList<TallySum>> SumsAsync(OfficeCode range, RecapPeriod period, RecapLevel level, CancellationToken ct);

    /// <summary>For each village that has voters at the end of a day, its polling stations that have.</summary>
    ValueTask<IReadOnlyList<VillageStations>> VillagesAsync(OfficeCode range, DateOnly lastDay, CancellationToken ct);

    /// <summary>Changes that are held now, by office; offices without any may be left out.</summary>
    ValueTask<IReadOnlyDictionary<OfficeCode, long>> OpenHoldsAsync(OfficeCode range, CancellationToken ct);

    /// <summary>Duplicate cases that are open now and have a side in the range.</summary>
    ValueTask<OpenDuplicates> OpenDuplicatesAsync(OfficeCode range, CancellationToken ct);

    /// <summary>When the first entry of each regency's ledger was committed.</summary>
    ValueTask<IReadOnlyDictionary<OfficeCode, DateTimeOffset>> FirstEntriesAsync(OfficeCode range, CancellationToken ct);

    /// <summary>Closed periods of the range: of the office itself, of the regencies in it and, for the centre, of the provinces.</summary>
    ValueTask<IReadOnlyList<ClosedPeriod>> ClosedPeriodsAsync(OfficeCode range, CancellationToken ct);

    /// <summary>The last entry of an office's ledger that was committed before an instant; null if there is none.</summary>
    ValueTask<LedgerPoint?> LastEntryBeforeAsync(OfficeCode office, DateTimeOffset instant, CancellationToken ct);
}

/// <summary>Tallies of one measure and sex in one area, summed up.</summary>
/// <param name="Code">Office, district or village; empty for the whole range.</param>
/// <param name="PollingStation">Polling station, for that level; otherwise 0.</param>
/// <param name="Measure">The measure.</param>
/// <param name="Sex">The sex.</param>
/// <param name="Before">On the days before the period.</param>
/// <param name="Within">On the days of the period.</param>
public sealed record TallySum(string Code, int PollingStation, Measure Measure, Sex Sex, long Before, long Within);

/// <summary>Open duplicate cases of a range.</summary>
/// <param name="Cases">Cases, each counted once.</param>
/// <param name="ByOffice">Cases by office, each counted at every office that has a side in it; offices without any may be left out.</param>
public sealed record OpenDuplicates(long Cases, IReadOnlyDictionary<OfficeCode, long> ByOffice);

/// <summary>A village with voters.</summary>
/// <param name="VillageCode">Village, 10 digits.</param>
/// <param name="Stations">Its polling stations with voters, without number 0, which is none.</param>
public sealed record VillageStations(string VillageCode, int Stations);
