using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>Reads of what is parked and of the jobs that settle it; they see only what is committed.</summary>
public interface IFailedReader
{
    /// <summary>The batches after one in which a change matches, by office and position. <see cref="ParkedFilter.Batches"/> is not looked at.</summary>
    ValueTask<IReadOnlyList<ParkedBatch>> BatchesAsync(ParkedFilter filter, ParkedBatch? after, int limit, CancellationToken ct);

    /// <summary>Every change of these batches of an office that was ever parked, in ledger order.</summary>
    ValueTask<IReadOnlyList<PendingChange>> ParkedOfAsync(OfficeCode office, IReadOnlyCollection<long> positions, CancellationToken ct);

    /// <summary>The entries of an office's ledger at these positions, in their order; those that are not there are left out.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> EntriesAtAsync(OfficeCode office, IReadOnlyCollection<long> positions, CancellationToken ct);

    /// <summary>How many changes match, by code. <see cref="ParkedFilter.Batches"/> is not looked at.</summary>
    ValueTask<IReadOnlyDictionary<string, long>> CountAsync(ParkedFilter filter, CancellationToken ct);

    /// <summary>The matching changes after a place, in ledger order, all of one office: the next that has any. <see cref="ParkedFilter.Batches"/> is not looked at.</summary>
    ValueTask<IReadOnlyList<PendingChange>> NextAsync(ParkedFilter filter, ParkedCursor after, int limit, CancellationToken ct);

    /// <summary>A job; null if there is none of this id.</summary>
    ValueTask<StoredJob?> FindJobAsync(string jobId, CancellationToken ct);

    /// <summary>The jobs that go on, oldest first.</summary>
    ValueTask<IReadOnlyList<StoredJob>> RunningJobsAsync(CancellationToken ct);

    /// <summary>The jobs whose range lies in a range, newest first.</summary>
    ValueTask<IReadOnlyList<StoredJob>> JobsInAsync(OfficeCode range, int limit, CancellationToken ct);
}

/// <summary>The part of a write transaction that is about jobs.</summary>
public interface IJobWrite
{
    /// <summary>A job; null if there is none of this id.</summary>
    ValueTask<StoredJob?> FindAsync(string jobId, CancellationToken ct);

    /// <summary>The jobs that go on. No other transaction asks, and so none begins a job, until this one ends.</summary>
    ValueTask<IReadOnlyList<StoredJob>> RunningAsync(CancellationToken ct);

    /// <summary>Writes a job in place of what was there.</summary>
    ValueTask SaveAsync(StoredJob job, CancellationToken ct);
}

/// <summary>How far something has come through the parked changes.</summary>
/// <param name="Office">The office; null before all.</param>
/// <param name="Place">The last place in it.</param>
public readonly record struct ParkedCursor(OfficeCode? Office, EntryPlace Place);
