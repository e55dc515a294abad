using KpuSync.Core.Items;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Progress;

/// <summary>What the progress of offices is made of. A range is an office, a province or the nation.</summary>
public interface IProgressReader
{
    /// <summary>The newest versions of the reports of a month and of the months of its year before it, and the plans of the year, of every office of the range.</summary>
    ValueTask<IReadOnlyList<Item>> ItemsAsync(OfficeCode range, ReportMonth until, CancellationToken ct);

    /// <summary>The versions of an item, newest first.</summary>
    ValueTask<IReadOnlyList<Item>> VersionsAsync(OfficeCode office, ItemKey key, int limit, CancellationToken ct);

    /// <summary>What else is counted now, by office; offices without any may be left out.</summary>
    /// <param name="range">The range.</param>
    /// <param name="day">The day on which somebody must be over 100.</param>
    /// <param name="ct">Cancels.</param>
    ValueTask<IReadOnlyDictionary<OfficeCode, ProgressCounts>> CountsAsync(OfficeCode range, DateOnly day, CancellationToken ct);
}

/// <summary>Counts of an office as they are now.</summary>
/// <param name="Over100Verified">Active voters over 100 who were verified.</param>
/// <param name="Over100Held">Changes that wait for a verification.</param>
/// <param name="DuplicatesSettled">Cases with a side in the office that are not open.</param>
public sealed record ProgressCounts(long Over100Verified, long Over100Held, long DuplicatesSettled);
