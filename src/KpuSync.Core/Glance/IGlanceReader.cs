using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Glance;

/// <summary>What a glance at a range asks of the database: sums and newest rows, never a register. A range is an office, a province or the nation.</summary>
public interface IGlanceReader
{
    /// <summary>When the newest batch of each office was committed; offices that never pushed are left out.</summary>
    ValueTask<IReadOnlyDictionary<OfficeCode, DateTimeOffset>> LastBatchesAsync(OfficeCode range, CancellationToken ct);

    /// <summary>Changes that wait now, by office; offices without any are left out.</summary>
    ValueTask<IReadOnlyDictionary<OfficeCode, OpenChanges>> OpenChangesAsync(OfficeCode range, CancellationToken ct);

    /// <summary>How the number of voters moved, by office, day and sex. What moved before <paramref name="firstDay"/> is one sum, on the day before it.</summary>
    ValueTask<IReadOnlyList<VotersMoved>> MovementsAsync(OfficeCode range, DateOnly firstDay, CancellationToken ct);
}

/// <summary>Changes of an office that wait.</summary>
/// <param name="Held">Held.</param>
/// <param name="Parked">Parked: failed, for an administrator to look at.</param>
public sealed record OpenChanges(long Held, long Parked);

/// <summary>By how much the number of an office's voters moved on a day.</summary>
/// <param name="Office">The office.</param>
/// <param name="Day">The office's calendar day.</param>
/// <param name="Sex">Of the voters.</param>
/// <param name="Count">Entries less removals; may be negative.</param>
public sealed record VotersMoved(OfficeCode Office, DateOnly Day, Sex Sex, long Count);
