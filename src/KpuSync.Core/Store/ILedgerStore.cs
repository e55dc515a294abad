using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Replay;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Store;

/// <summary>The database, as Core needs it. One contract test class runs against every database.</summary>
public interface ILedgerStore : ILedgerReader
{
    /// <summary>Begins a write: one transaction that holds the heads of these offices, locked in code order, until it is committed or disposed.</summary>
    /// <exception cref="StoreUnavailableException">The database cannot take it now.</exception>
    ValueTask<ILedgerWrite> BeginWriteAsync(IReadOnlyCollection<OfficeCode> offices, CancellationToken ct);

    /// <summary>Begins the write of a group of batches, as <see cref="BeginWriteAsync"/>, and reads what every batch needs once the heads are locked, all in one round trip.</summary>
    /// <param name="batches">The batches.</param>
    /// <param name="touched">The people that they are about, of each office that has a batch.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="StoreUnavailableException">The database cannot take it now.</exception>
    ValueTask<GroupWrite> BeginGroupAsync(IReadOnlyCollection<BatchKey> batches, IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct);
}

/// <summary>Reads that see only what is committed.</summary>
public interface ILedgerReader
{
    /// <summary>Where an office's ledger ends.</summary>
    ValueTask<LedgerHead> HeadOfAsync(OfficeCode office, CancellationToken ct);

    /// <summary>The heads of all ledgers with entries in a range (an office, a province, the nation), in code order.</summary>
    ValueTask<IReadOnlyList<LedgerHead>> HeadsOfAsync(OfficeCode range, CancellationToken ct);

    /// <summary>The highest acknowledged sequence of a producer; 0 if none.</summary>
    ValueTask<long> LastSequenceOfAsync(OfficeCode office, string producerId, CancellationToken ct);

    /// <summary>What was acknowledged under sequence numbers, in their order. It is there for good, though another server may have written it and died before it knew.</summary>
    /// <param name="office">The producer's office.</param>
    /// <param name="producerId">The producer.</param>
    /// <param name="from">The first sequence number.</param>
    /// <param name="count">How many of them.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="StoreUnavailableException">It is not known to be there for good.</exception>
    ValueTask<IReadOnlyList<AcknowledgedBatch>> AcknowledgedFromAsync(OfficeCode office, string producerId, long from, int count, CancellationToken ct);

    /// <summary>As <see cref="AcknowledgedFromAsync"/>, of one sequence number; null if nothing was.</summary>
    async ValueTask<AcknowledgedBatch?> FindAcknowledgedAsync(OfficeCode office, string producerId, long sequence, CancellationToken ct) =>
        (await AcknowledgedFromAsync(office, producerId, sequence, 1, ct)).SingleOrDefault();

    /// <summary>Entries after a position, in order.</summary>
    ValueTask<IReadOnlyList<LedgerEntry>> EntriesAfterAsync(OfficeCode office, long position, int limit, CancellationToken ct);

    /// <summary>The chain hash at a position; null if the ledger does not reach so far.</summary>
    ValueTask<byte[]?> ChainHashAtAsync(OfficeCode office, long position, CancellationToken ct);

    /// <summary>The epochs that an office's ledger opened, oldest first; none if it was never restored.</summary>
    ValueTask<IReadOnlyList<EpochEntry>> EpochsOfAsync(OfficeCode office, CancellationToken ct);

    /// <summary>Loads registrations and open holds of these people into the view.</summary>
    ValueTask LoadAsync(OfficeView view, IReadOnlyCollection<Nik> niks, CancellationToken ct);

    /// <summary>Loads the newest versions of these items into the view, as far as the office has them, and their open holds.</summary>
    ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct);

    /// <summary>Loads one pending change, open or settled, into the view; nothing happens if that change is not pending.</summary>
    ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct);

    /// <summary>The open holds of an office after a place, oldest first, and how many there are in all.</summary>
    ValueTask<(IReadOnlyList<PendingChange> Holds, int Total)> HoldsOfAsync(OfficeCode office, (long Position, int Index) after, int limit, CancellationToken ct);

    /// <summary>The offices with open holds of items whose key begins so, in code order.</summary>
    ValueTask<IReadOnlyList<OfficeCode>> OfficesHoldingAsync(string keyPrefix, CancellationToken ct);

    /// <summary>The open holds of an office's items whose key begins so, oldest first.</summary>
    ValueTask<IReadOnlyList<PendingChange>> ItemHoldsOfAsync(OfficeCode office, string keyPrefix, int limit, CancellationToken ct);

    /// <summary>The whole register of an office, in NIK order.</summary>
    IAsyncEnumerable<Registration> RegistrationsOfAsync(OfficeCode office, CancellationToken ct);

    /// <summary>All pending changes of an office, in ledger order.</summary>
    IAsyncEnumerable<PendingChange> PendingOfAsync(OfficeCode office, CancellationToken ct);

    /// <summary>All versions of all items of an office, in key order.</summary>
    IAsyncEnumerable<Item> ItemsOfAsync(OfficeCode office, CancellationToken ct);

    /// <summary>All tallies of an office that are not 0, in key order.</summary>
    IAsyncEnumerable<Tally> TalliesOfAsync(OfficeCode office, CancellationToken ct);
}

/// <summary>One write transaction. Disposing it without a commit rolls it back.</summary>
/// <remarks>
/// Every member may throw <see cref="StoreUnavailableException"/> (disk, lock, connection: nothing is known to be written) or
/// <see cref="StatementFailedException"/> (the database is well and refuses this very content).
/// </remarks>
public interface ILedgerWrite : IAsyncDisposable
{
    /// <summary>Where the office's ledger ends, read under its lock.</summary>
    LedgerHead HeadOf(OfficeCode office);

    /// <summary>Commit time of the last entry that others have written to the office's ledger, milliseconds since 1970 UTC; 0 if there is none.</summary>
    long LastTimeOf(OfficeCode office);

    /// <summary>What was written under a sequence number; null if nothing. It is there for good once this is committed.</summary>
    ValueTask<AcknowledgedBatch?> FindBatchAsync(OfficeCode office, string producerId, long sequence, CancellationToken ct);

    /// <summary>As <see cref="ILedgerReader.LoadAsync"/>, within the transaction.</summary>
    ValueTask LoadAsync(OfficeView view, IReadOnlyCollection<Nik> niks, CancellationToken ct) => LoadAsync([new TouchedPeople(view, niks)], ct);

    /// <summary>Loads what several offices touch, in one round trip.</summary>
    ValueTask LoadAsync(IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct);

    /// <summary>As <see cref="ILedgerReader.LoadItemsAsync"/>, within the transaction.</summary>
    ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct);

    /// <summary>As <see cref="ILedgerReader.LoadPendingAsync"/>, within the transaction.</summary>
    ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct);

    /// <summary>Appends an entry; for a batch, its producer's mark moves with it.</summary>
    ValueTask AppendAsync(LedgerEntry entry, CancellationToken ct);

    /// <summary>Writes what several views changed, in one round trip. A view is saved once, having been loaded in this transaction: it knows what was stored then.</summary>
    ValueTask SaveAsync(IReadOnlyCollection<OfficeView> views, CancellationToken ct);

    /// <summary>Takes out an office's register, items, waiting changes and tallies, all that a rebuild writes anew.</summary>
    ValueTask ClearAsync(OfficeCode office, CancellationToken ct);

    /// <summary>What is known across offices, in the same transaction.</summary>
    ICaseWrite Cases { get; }

    /// <summary>The jobs that replay and discard, in the same transaction.</summary>
    IJobWrite Jobs { get; }

    /// <summary>Moves the heads and commits. Once this returns, everything is durable.</summary>
    ValueTask CommitAsync(CancellationToken ct) => CommitAsync([], ct);

    /// <summary>As <see cref="SaveAsync"/>, moves the heads and commits, in one round trip. Once this returns, everything is durable.</summary>
    ValueTask CommitAsync(IReadOnlyCollection<OfficeView> views, CancellationToken ct);
}

/// <summary>The write of a group of batches.</summary>
/// <param name="Write">The transaction.</param>
/// <param name="Known">What the ledgers know of the batches.</param>
public readonly record struct GroupWrite(ILedgerWrite Write, KnownBatches Known);

/// <summary>People of an office that a group of batches is about.</summary>
/// <param name="View">Takes what the office has of them.</param>
/// <param name="Niks">Their numbers.</param>
public readonly record struct TouchedPeople(OfficeView View, IReadOnlyCollection<Nik> Niks);

/// <summary>What the ledger says of an acknowledged batch.</summary>
/// <param name="Sequence">Its sequence number.</param>
/// <param name="BatchId">Its id.</param>
/// <param name="ContentDigest">Digest of its content.</param>
/// <param name="Position">Position of its entry.</param>
/// <param name="Receipt">Its receipt, encoded.</param>
public sealed record AcknowledgedBatch(long Sequence, string BatchId, byte[] ContentDigest, long Position, byte[] Receipt);
