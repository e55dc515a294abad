using KpuSync.Rules.Values;

namespace KpuSync.Core.Glance;

/// <summary>What a glance at a range asks of the database: sums and newest rows, never a register. A range is an office, a province or the nation.</summary>
public interface IGlanceReader
{
    /// <summary>When the newest batch of each office was committed; offices that never pushed are left out.</summary>
    ValueTask<IReadOnlyDictionary<OfficeCode, DateTimeOffset>> LastBatchesAsync(OfficeCode range, CancellationToken ct);

    /// <summary>Changes that wait now, by office; offices without any are left out.</summary>
    ValueTask<IReadOnlyDictionary<OfficeCode, OpenChanges>> OpenChangesAsync(OfficeCode range, CancellationToken ct);

    /// <summary>How the number of voters moved, by office and day.</summary>
    ValueTask<IReadOnlyList<VotersMoved>> MovementsAsync(OfficeCode range, CancellationToken ct);
}

/// <summary>Changes of an office that wait.</summary>
/// <param name="Held">Held.</param>
/// <param name="Parked">Parked: failed, for an administrator to look at.</param>
public sealed record OpenChanges(long Held, long Parked);

/// <summary>By how much the number of an office's voters moved on a day.</summary>
/// <param name="Office">The office.</param>
/// <param name="Day">The office's calendar day.</param>
/// <param name="Male">Entries less removals of men; may be negative.</param>
/// <param name="Female">Those of women.</param>
public sealed record VotersMoved(OfficeCode Office, DateOnly Day, long Male, long Female);
