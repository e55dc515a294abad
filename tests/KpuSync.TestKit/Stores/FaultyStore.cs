using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Replay;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.TestKit.Stores;

/// <summary>Where a crash strikes in a write.</summary>
public enum CrashPoint
{
    None,
    Begin,
    Append,
    Save,
    BeforeCommit,
    AfterCommit,
}

/// <summary>The real store, with a process that can die between any two steps of a write.</summary>
public sealed class FaultyStore(ILedgerStore inner) : ILedgerStore
{
    /// <summary>The next crash; it strikes once.</summary>
    public CrashPoint Next { get; set; }

    /// <summary>What a write waits for before it begins, as a process that is stopped does.</summary>
    public Func<Task>? BeforeWrite { get; set; }

    public async ValueTask<ILedgerWrite> BeginWriteAsync(IReadOnlyCollection<OfficeCode> offices, CancellationToken ct)
    {
        await BeginAsync();
        return new FaultyWrite(await inner.BeginWriteAsync(offices, ct), Strike);
    }

    public async ValueTask<GroupWrite> BeginGroupAsync(IReadOnlyCollection<BatchKey> batches, IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct)
    {
        await BeginAsync();
        var (write, known) = await inner.BeginGroupAsync(batches, touched, ct);
        return new GroupWrite(new FaultyWrite(write, Strike), known);
    }

    public ValueTask<LedgerHead> HeadOfAsync(OfficeCode office, CancellationToken ct) => inner.HeadOfAsync(office, ct);

    public ValueTask<IReadOnlyList<LedgerHead>> HeadsOfAsync(OfficeCode range, CancellationToken ct) => inner.HeadsOfAsync(range, ct);

    public ValueTask<long> LastSequenceOfAsync(OfficeCode office, string producerId, CancellationToken ct) =>
        inner.LastSequenceOfAsync(office, producerId, ct);

    public ValueTask<IReadOnlyList<AcknowledgedBatch>> AcknowledgedFromAsync(OfficeCode office, string producerId, long from, int count, CancellationToken ct) =>
        inner.AcknowledgedFromAsync(office, producerId, from, count, ct);

    public ValueTask<IReadOnlyList<LedgerEntry>> EntriesAfterAsync(OfficeCode office, long position, int limit, CancellationToken ct) =>
        inner.EntriesAfterAsync(office, position, limit, ct);

    public ValueTask<byte[]?> ChainHashAtAsync(OfficeCode office, long position, CancellationToken ct) => inner.ChainHashAtAsync(office, position, ct);

    public ValueTask<IReadOnlyList<EpochEntry>> EpochsOfAsync(OfficeCode office, CancellationToken ct) => inner.EpochsOfAsync(office, ct);

    public ValueTask LoadAsync(OfficeView view, IReadOnlyCollection<Nik> niks, CancellationToken ct) => inner.LoadAsync(view, niks, ct);

    public ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct) => inner.LoadItemsAsync(view, keys, ct);

    public ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct) => inner.LoadPendingAsync(view, position, index, ct);

    public ValueTask<(IReadOnlyList<PendingChange> Holds, int Total)> HoldsOfAsync(
        OfficeCode office, (long Position, int Index) after, int limit, CancellationToken ct) => inner.HoldsOfAsync(office, after, limit, ct);

    public ValueTask<IReadOnlyList<OfficeCode>> OfficesHoldingAsync(string keyPrefix, CancellationToken ct) => inner.OfficesHoldingAsync(keyPrefix, ct);

    public ValueTask<IReadOnlyList<PendingChange>> ItemHoldsOfAsync(OfficeCode office, string keyPrefix, int limit, CancellationToken ct) =>
        inner.ItemHoldsOfAsync(office, keyPrefix, limit, ct);

    public IAsyncEnumerable<Registration> RegistrationsOfAsync(OfficeCode office, CancellationToken ct) => inner.RegistrationsOfAsync(office, ct);

    public IAsyncEnumerable<PendingChange> PendingOfAsync(OfficeCode office, CancellationToken ct) => inner.PendingOfAsync(office, ct);

    public IAsyncEnumerable<Item> ItemsOfAsync(OfficeCode office, CancellationToken ct) => inner.ItemsOfAsync(office, ct);

    public IAsyncEnumerable<Tally> TalliesOfAsync(OfficeCode office, CancellationToken ct) => inner.TalliesOfAsync(office, ct);

    private async ValueTask BeginAsync()
    {
        if (BeforeWrite is { } wait)
            await wait();
        Strike(CrashPoint.Begin);
    }

    private void Strike(CrashPoint point)
    {
        if (Next != point)
            return;
        Next = CrashPoint.None;
        throw new StoreUnavailableException($"Crash at {point}.", new IOException());
    }

    private sealed class FaultyWrite(ILedgerWrite inner, Action<CrashPoint> strike) : ILedgerWrite
    {
        public ValueTask ClearAsync(OfficeCode office, CancellationToken ct) => inner.ClearAsync(office, ct);

        public ICaseWrite Cases => inner.Cases;

        public IJobWrite Jobs => inner.Jobs;

        public LedgerHead HeadOf(OfficeCode office) => inner.HeadOf(office);

        public long LastTimeOf(OfficeCode office) => inner.LastTimeOf(office);

        public ValueTask<AcknowledgedBatch?> FindBatchAsync(OfficeCode office, string producerId, long sequence, CancellationToken ct) =>
            inner.FindBatchAsync(office, producerId, sequence, ct);

        public ValueTask LoadAsync(IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct) => inner.LoadAsync(touched, ct);

        public ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct) => inner.LoadItemsAsync(view, keys, ct);

        public ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct) =>
            inner.LoadPendingAsync(view, position, index, ct);

        public async ValueTask AppendAsync(LedgerEntry entry, CancellationToken ct)
        {
            await inner.AppendAsync(entry, ct);
            strike(CrashPoint.Append);
        }

        public async ValueTask SaveAsync(IReadOnlyCollection<OfficeView> views, CancellationToken ct)
        {
            await inner.SaveAsync(views, ct);
            strike(CrashPoint.Save);
        }

        public async ValueTask CommitAsync(IReadOnlyCollection<OfficeView> views, CancellationToken ct)
        {
            await SaveAsync(views, ct);
            strike(CrashPoint.BeforeCommit);
            await inner.CommitAsync([], ct);
            strike(CrashPoint.AfterCommit);
        }

        public ValueTask DisposeAsync() => inner.DisposeAsync();
    }
}
