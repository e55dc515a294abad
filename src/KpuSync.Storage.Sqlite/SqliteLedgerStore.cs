using System.Runtime.CompilerServices;
using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.Storage.Sqlite.HotPath;
using Microsoft.Data.Sqlite;

namespace KpuSync.Storage.Sqlite;

/// <summary>The ledger store on the embedded database: one writing connection, one for the look-ups of a push, EF Core for the rest.</summary>
public sealed class SqliteLedgerStore(SqliteConnections connections, LedgerQueries queries, LedgerSignal written) : ILedgerStore, IAsyncDisposable
{
    private readonly SemaphoreSlim _writerGate = new(1, 1);
    private readonly SemaphoreSlim _readerGate = new(1, 1);
    private SqliteSession? _writer;
    private SqliteSession? _reader;

    /// <inheritdoc/>
    public async ValueTask<ILedgerWrite> BeginWriteAsync(IReadOnlyCollection<OfficeCode> offices, CancellationToken ct)
    {
        await _writerGate.WaitAsync(ct);
        try
        {
            _writer ??= SqliteFailures.Guard(() => new SqliteSession(connections.OpenWriter()));
            return new SqliteLedgerWrite(_writer, written, () => _writerGate.Release());
        }
        catch
        {
            _writerGate.Release();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<GroupWrite> BeginGroupAsync(IReadOnlyCollection<BatchKey> batches, IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct)
    {
        var write = await BeginWriteAsync([], ct);
        try
        {
            await write.LoadAsync(touched, ct);
            return new GroupWrite(write, SqliteFailures.Guard(() => _writer!.KnownOf(batches)));
        }
        catch
        {
            await write.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<LedgerHead> HeadOfAsync(OfficeCode office, CancellationToken ct) => Read(() => queries.HeadOfAsync(office, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerHead>> HeadsOfAsync(OfficeCode range, CancellationToken ct) => Read(() => queries.HeadsOfAsync(range, ct));

    /// <inheritdoc/>
    public ValueTask<long> LastSequenceOfAsync(OfficeCode office, string producerId, CancellationToken ct) =>
        LookUpAsync(session => session.LastSequenceOf(office, producerId), ct);

    /// <inheritdoc/>
    /// <remarks>What can be read here was forced to the disk.</remarks>
    public ValueTask<IReadOnlyList<AcknowledgedBatch>> AcknowledgedFromAsync(OfficeCode office, string producerId, long from, int count, CancellationToken ct) =>
        LookUpAsync(session => session.BatchesFrom(office, producerId, from, count), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerEntry>> EntriesAfterAsync(OfficeCode office, long position, int limit, CancellationToken ct) =>
        Read(() => queries.EntriesAfterAsync(office, position, limit, ct));

    /// <inheritdoc/>
    public ValueTask<byte[]?> ChainHashAtAsync(OfficeCode office, long position, CancellationToken ct) =>
        Read(() => queries.ChainHashAtAsync(office, position, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EpochEntry>> EpochsOfAsync(OfficeCode office, CancellationToken ct) => Read(() => queries.EpochsOfAsync(office, ct));

    /// <inheritdoc/>
    public async ValueTask LoadAsync(OfficeView view, IReadOnlyCollection<Nik> niks, CancellationToken ct) =>
        await LookUpAsync(session => Done(() => session.Load(view, niks)), ct);

    /// <inheritdoc/>
    public async ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct) =>
        await LookUpAsync(session => Done(() => session.LoadItems(view, keys)), ct);

    /// <inheritdoc/>
    public async ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct) =>
        await LookUpAsync(session => Done(() => session.LoadPending(view, position, index)), ct);

    /// <inheritdoc/>
    public ValueTask<(IReadOnlyList<PendingChange> Holds, int Total)> HoldsOfAsync(
        OfficeCode office, (long Position, int Index) after, int limit, CancellationToken ct) => Read(() => queries.HoldsOfAsync(office, after, limit, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OfficeCode>> OfficesHoldingAsync(string keyPrefix, CancellationToken ct) =>
        Read(() => queries.OfficesHoldingAsync(keyPrefix, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PendingChange>> ItemHoldsOfAsync(OfficeCode office, string keyPrefix, int limit, CancellationToken ct) =>
        Read(() => queries.ItemHoldsOfAsync(office, keyPrefix, limit, ct));

    /// <inheritdoc/>
    public IAsyncEnumerable<Registration> RegistrationsOfAsync(OfficeCode office, CancellationToken ct) => queries.RegistrationsOfAsync(office, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<PendingChange> PendingOfAsync(OfficeCode office, CancellationToken ct) => queries.PendingOfAsync(office, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Item> ItemsOfAsync(OfficeCode office, CancellationToken ct) => queries.ItemsOfAsync(office, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Tally> TalliesOfAsync(OfficeCode office, CancellationToken ct) => queries.TalliesOfAsync(office, ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _writer?.Dispose();
        _reader?.Dispose();
        _writerGate.Dispose();
        _readerGate.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<T> LookUpAsync<T>(Func<SqliteSession, T> lookUp, CancellationToken ct)
    {
        await _readerGate.WaitAsync(ct);
        try
        {
            return SqliteFailures.Guard(() => (_reader ??= new SqliteSession(connections.OpenReader())).OnSnapshot(lookUp));
        }
        finally
        {
            _readerGate.Release();
        }
    }

    private static async ValueTask<T> Read<T>(Func<ValueTask<T>> query, [CallerMemberName] string name = "")
    {
        try
        {
            return await query();
        }
        catch (SqliteException e)
        {
            throw new StoreUnavailableException($"{name}: the database cannot be read now.", e);
        }
    }

    private static bool Done(Action action)
    {
        action();
        return true;
    }
}
