using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.Storage.Postgres.HotPath;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>The ledger store on PostgreSQL: set-based statements for what a push does, EF Core for the rest. It keeps nothing of the data in memory, so that any number of servers may share a database.</summary>
public sealed class PostgresLedgerStore(NpgsqlDataSource source, LedgerQueries queries, LedgerSignal written, PostgresStoreOptions options) : ILedgerStore, IDisposable
{
    private readonly SemaphoreSlim _turns = new(WritesMax(source));
    private readonly TimeSpan _statementTimeout = options.StatementTimeout ?? 2 * TimeSpan.FromSeconds(new NpgsqlConnectionStringBuilder(source.ConnectionString).CommandTimeout);

    /// <inheritdoc/>
    public async ValueTask<ILedgerWrite> BeginWriteAsync(IReadOnlyCollection<OfficeCode> offices, CancellationToken ct) => await BeginAsync(offices, [], ct);

    /// <inheritdoc/>
    public async ValueTask<GroupWrite> BeginGroupAsync(IReadOnlyCollection<BatchKey> batches, IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct)
    {
        var known = new KnownBatches();
        var write = await BeginAsync([.. touched.Select(t => t.View.Office)], [.. LedgerReads.Of(batches, known), .. touched.SelectMany(LedgerReads.Of)], ct);
        return new GroupWrite(write, known);
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    /// <inheritdoc/>
    public ValueTask<LedgerHead> HeadOfAsync(OfficeCode office, CancellationToken ct) => PostgresFailures.GuardAsync(() => queries.HeadOfAsync(office, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerHead>> HeadsOfAsync(OfficeCode range, CancellationToken ct) => PostgresFailures.GuardAsync(() => queries.HeadsOfAsync(range, ct));

    /// <inheritdoc/>
    public ValueTask<long> LastSequenceOfAsync(OfficeCode office, string producerId, CancellationToken ct) =>
        LookUpAsync(reads => reads.LastSequenceOfAsync(office, producerId, ct), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<AcknowledgedBatch>> AcknowledgedFromAsync(OfficeCode office, string producerId, long from, int count, CancellationToken ct) =>
        PostgresFailures.GuardAsync(async () =>
        {
            await using var connection = await source.OpenConnectionAsync(ct);
            var session = PostgresSession.ForLookUps(connection);
            var (batches, hasStandby) = await new LedgerReads(session).BatchesFromAsync(office, producerId, from, count, ct);
            if (hasStandby)
                await DurableCommit.ConfirmAsync(session, ct);
            return batches;
        });

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<LedgerEntry>> EntriesAfterAsync(OfficeCode office, long position, int limit, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => queries.EntriesAfterAsync(office, position, limit, ct));

    /// <inheritdoc/>
    public ValueTask<byte[]?> ChainHashAtAsync(OfficeCode office, long position, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => queries.ChainHashAtAsync(office, position, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<EpochEntry>> EpochsOfAsync(OfficeCode office, CancellationToken ct) => PostgresFailures.GuardAsync(() => queries.EpochsOfAsync(office, ct));

    /// <inheritdoc/>
    public async ValueTask LoadAsync(OfficeView view, IReadOnlyCollection<Nik> niks, CancellationToken ct) =>
        await LookUpAsync(reads => DoneAsync(reads.LoadAsync([new TouchedPeople(view, niks)], ct)), ct);

    /// <inheritdoc/>
    public async ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct) =>
        await LookUpAsync(reads => DoneAsync(reads.LoadItemsAsync(view, keys, ct)), ct);

    /// <inheritdoc/>
    public async ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct) =>
        await LookUpAsync(reads => DoneAsync(reads.LoadPendingAsync(view, position, index, ct)), ct);

    /// <inheritdoc/>
    public ValueTask<(IReadOnlyList<PendingChange> Holds, int Total)> HoldsOfAsync(
        OfficeCode office, (long Position, int Index) after, int limit, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => queries.HoldsOfAsync(office, after, limit, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<OfficeCode>> OfficesHoldingAsync(string keyPrefix, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => queries.OfficesHoldingAsync(keyPrefix, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PendingChange>> ItemHoldsOfAsync(OfficeCode office, string keyPrefix, int limit, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => queries.ItemHoldsOfAsync(office, keyPrefix, limit, ct));

    /// <inheritdoc/>
    public IAsyncEnumerable<Registration> RegistrationsOfAsync(OfficeCode office, CancellationToken ct) => queries.RegistrationsOfAsync(office, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<PendingChange> PendingOfAsync(OfficeCode office, CancellationToken ct) => queries.PendingOfAsync(office, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Item> ItemsOfAsync(OfficeCode office, CancellationToken ct) => queries.ItemsOfAsync(office, ct);

    /// <inheritdoc/>
    public IAsyncEnumerable<Tally> TalliesOfAsync(OfficeCode office, CancellationToken ct) => queries.TalliesOfAsync(office, ct);

    private async ValueTask<PostgresLedgerWrite> BeginAsync(IReadOnlyCollection<OfficeCode> offices, IReadOnlyList<Query> prefetch, CancellationToken ct)
    {
        await _turns.WaitAsync(ct);
        try
        {
            return await PostgresLedgerWrite.BeginAsync(source, written, () => _turns.Release(), _statementTimeout, offices, prefetch, ct);
        }
        catch
        {
            _turns.Release();
            throw;
        }
    }

    // A settlement reads ledgers on a second connection while it writes on one. If writes could take all of a pool, here or in a pooler, each would wait for another's second one.
    private static int WritesMax(NpgsqlDataSource source) => Math.Max(1, new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize / 2);

    private ValueTask<T> LookUpAsync<T>(Func<LedgerReads, ValueTask<T>> lookUp, CancellationToken ct) => PostgresFailures.GuardAsync(async () =>
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await lookUp(new LedgerReads(PostgresSession.ForLookUps(connection)));
    });

    private static async ValueTask<bool> DoneAsync(ValueTask task)
    {
        await task;
        return true;
    }
}
