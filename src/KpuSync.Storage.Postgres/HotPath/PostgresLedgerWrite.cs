using KpuSync.Core.Duplicates;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Replay;
using KpuSync.Core.Store;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;
using Npgsql;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>One write transaction. It holds the head rows of its offices, so that of two servers one writes an office's ledger at a time.</summary>
internal sealed class PostgresLedgerWrite : ILedgerWrite
{
    private const int LoadChangesMin = 100;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly LedgerSignal _written;
    private readonly Action _release;
    private readonly PostgresSession _session;
    private readonly LedgerReads _reads;
    private readonly Dictionary<OfficeCode, LedgerHead> _heads = [];
    private readonly Dictionary<OfficeCode, long> _times = [];
    private readonly HashSet<OfficeCode> _shared = [];
    private readonly HashSet<OfficeCode> _moved = [];
    private readonly List<LedgerEntry> _appended = [];

    private PostgresLedgerWrite(NpgsqlConnection connection, NpgsqlTransaction transaction, LedgerSignal written, Action release)
    {
        (_connection, _transaction, _written, _release, _session) = (connection, transaction, written, release, new PostgresSession(connection));
        _reads = new LedgerReads(_session);
        Cases = new PostgresCaseWrite(_session);
        Jobs = new PostgresJobWrite(_session);
    }

    public ICaseWrite Cases { get; }

    public IJobWrite Jobs { get; }

    /// <summary>Begins one, with the heads of these offices locked in code order.</summary>
    /// <param name="source">The database.</param>
    /// <param name="written">Moves once an entry is committed.</param>
    /// <param name="release">Lets the next one begin, when this one is disposed of.</param>
    /// <param name="statementTimeout">After how long the database ends a statement; zero: never.</param>
    /// <param name="offices">The offices.</param>
    /// <param name="prefetch">What is read under the locks in the same round trip.</param>
    /// <param name="ct">Cancels.</param>
    public static ValueTask<PostgresLedgerWrite> BeginAsync(
        NpgsqlDataSource source,
        LedgerSignal written,
        Action release,
        TimeSpan statementTimeout,
        IReadOnlyCollection<OfficeCode> offices,
        IReadOnlyList<Query> prefetch,
        CancellationToken ct) =>
        PostgresFailures.GuardAsync(async () =>
        {
            var connection = await source.OpenConnectionAsync(ct);
            try
            {
                var write = new PostgresLedgerWrite(connection, await connection.BeginTransactionAsync(ct), written, release);
                await write.LockAsync(statementTimeout, offices, prefetch, ct);
                return write;
            }
            catch
            {
                // The transaction, if there is one, ends with its connection.
                await connection.DisposeAsync();
                throw;
            }
        });

    public LedgerHead HeadOf(OfficeCode office) =>
        _heads.TryGetValue(office, out var head) ? head : throw new InvalidOperationException($"The write was begun without office {office}.");

    public long LastTimeOf(OfficeCode office) => _times.GetValueOrDefault(office);

    public ValueTask<AcknowledgedBatch?> FindBatchAsync(OfficeCode office, string producerId, long sequence, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => _reads.FindBatchAsync(office, producerId, sequence, ct));

    public ValueTask LoadAsync(IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct) => PostgresFailures.GuardAsync(() => _reads.LoadAsync(touched, ct));

    public ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct) => PostgresFailures.GuardAsync(async () =>
    {
        // What is read of another ledger must not change before the commit: a member would be held for a party that has arrived, and released by nobody.
        if (keys.Count > 0 && !_heads.ContainsKey(view.Office) && _shared.Add(view.Office))
            await ShareAsync(LedgerHead.Empty(view.Office), ct);
        await _reads.LoadItemsAsync(view, keys, ct);
    });

    public ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => _reads.LoadPendingAsync(view, position, index, ct));

    public ValueTask AppendAsync(LedgerEntry entry, CancellationToken ct)
    {
        _appended.Add(entry);
        _heads[entry.Office] = LedgerHead.After(entry);
        _moved.Add(entry.Office);
        return ValueTask.CompletedTask;
    }

    public ValueTask SaveAsync(IReadOnlyCollection<OfficeView> views, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => _session.ExecuteAsync([.. TakeAppended(), .. views.SelectMany(ViewStatements.Of)], ct));

    public ValueTask ClearAsync(OfficeCode office, CancellationToken ct) => PostgresFailures.GuardAsync(() =>
    {
        _session.IsPatient = true;
        return _session.ExecuteAsync([LedgerStatements.Unbound, .. ViewStatements.Clear(office)], ct);
    });

    public ValueTask CommitAsync(IReadOnlyCollection<OfficeView> views, CancellationToken ct) => PostgresFailures.GuardAsync(async () =>
    {
        var heads = _moved.Order().Select(office => _heads[office]).ToList();
        var moves = heads.Count > 0 ? [LedgerStatements.Move(heads), LedgerStatements.Tell(IsLoad())] : Array.Empty<Statement>();
        await DurableCommit.CommitAsync(_session, [.. TakeAppended(), .. views.SelectMany(ViewStatements.Of), .. moves], ct);
        if (heads.Count > 0)
            _written.Moved();
    });

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Rolls back unless it was committed.
            await _transaction.DisposeAsync();
        }
        catch (NpgsqlException)
        {
            // The connection is gone, and the transaction with it.
        }
        finally
        {
            await CloseAsync();
        }
    }

    // Background work gives way to what offices push, on all servers; a few changes now and then are in nobody's way.
    private bool IsLoad() => _appended.Where(entry => entry.Kind == EntryKind.Batch).Sum(entry => entry.Statuses.Length) >= LoadChangesMin;

    private async ValueTask CloseAsync()
    {
        try
        {
            await _connection.DisposeAsync();
        }
        finally
        {
            _release();
        }
    }

    private IEnumerable<Statement> TakeAppended()
    {
        if (_appended.Count == 0)
            return [];
        var statements = LedgerStatements.Append([.. _appended]);
        _appended.Clear();
        return statements;
    }

    // An office's row is made by whoever comes first; in code order, so that no two can wait for each other.
    private ValueTask LockAsync(TimeSpan statementTimeout, IReadOnlyCollection<OfficeCode> offices, IReadOnlyList<Query> prefetch, CancellationToken ct)
    {
        var bound = LedgerStatements.Bound(statementTimeout);
        if (offices.Count == 0)
            return _session.ReadAsync([bound, .. prefetch], ct);
        var empty = offices.Distinct().Order().Select(LedgerHead.Empty).ToList();
        return _session.ReadAsync(
            [
                bound,
                new Query(LedgerStatements.Make(empty), Take: null),
                new Query(LedgerStatements.Lock(empty), KeepHead),
                new Query(LedgerStatements.Times(empty), KeepTime),
                .. prefetch,
            ],
            ct);
    }

    private ValueTask ShareAsync(LedgerHead empty, CancellationToken ct) => _session.ExecuteAsync([LedgerStatements.Make([empty]), LedgerStatements.Share(empty)], ct);

    private void KeepHead(NpgsqlDataReader row)
    {
        var head = Rows.HeadOf(row);
        _heads[head.Office] = head;
    }

    private void KeepTime(NpgsqlDataReader row)
    {
        var (office, milliseconds) = Rows.TimeOf(row);
        _times[office] = milliseconds;
    }
}
