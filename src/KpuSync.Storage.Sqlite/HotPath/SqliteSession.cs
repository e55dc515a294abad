using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using Microsoft.Data.Sqlite;

namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>The look-ups of a push, over prepared statements of one connection. Used by one caller at a time.</summary>
internal sealed class SqliteSession(SqliteConnection connection) : IDisposable
{
    public SqliteConnection Connection => connection;

    public Statements Statements { get; } = new(connection);

    /// <summary>Runs look-ups on one state of the database.</summary>
    /// <remarks>A statement on its own takes and returns the file's locks each time, which costs more than what most of them look up.</remarks>
    public T OnSnapshot<T>(Func<SqliteSession, T> lookUp)
    {
        using var snapshot = connection.BeginTransaction(deferred: true);
        return lookUp(this);
    }

    public LedgerHead HeadOf(OfficeCode office)
    {
        var statement = Statements.Head;
        statement[0] = office.Value;
        using var row = statement.Query();
        return row.Read() ? new LedgerHead(office, row.GetInt64(0), row.GetInt64(1), row.GetBytes(2)) : LedgerHead.Empty(office);
    }

    public long LastTimeOf(OfficeCode office)
    {
        var statement = Statements.LastTime;
        statement[0] = office.Value;
        using var row = statement.Query();
        return row.Read() ? row.GetInt64(0) : 0;
    }

    public long LastSequenceOf(OfficeCode office, string producerId)
    {
        var statement = Statements.Mark;
        statement[0] = office.Value;
        statement[1] = producerId;
        using var row = statement.Query();
        return row.Read() ? row.GetInt64(0) : 0;
    }

    public IReadOnlyList<AcknowledgedBatch> BatchesFrom(OfficeCode office, string producerId, long from, int count)
    {
        var statement = Statements.Batches;
        statement[0] = office.Value;
        statement[1] = producerId;
        statement[2] = from;
        statement[3] = from + count - 1;
        using var row = statement.Query();
        var batches = new List<AcknowledgedBatch>();
        while (row.Read())
            batches.Add(new AcknowledgedBatch(row.GetInt64(0), row.GetString(1), row.GetBytes(2), row.GetInt64(3), row.GetBytes(4)));
        return batches;
    }

    public KnownBatches KnownOf(IReadOnlyCollection<BatchKey> batches)
    {
        var known = new KnownBatches();
        foreach (var batch in batches)
        {
            known.Add(batch.Office, batch.ProducerId, LastSequenceOf(batch.Office, batch.ProducerId));
            if (SequenceOf(batch) is { } sequence)
                known.Add(batch, sequence);
        }

        return known;
    }

    public void Load(OfficeView view, IReadOnlyCollection<Nik> niks)
    {
        var statement = Statements.Registration;
        statement[1] = view.Office.Value;
        foreach (var nik in niks)
        {
            statement[0] = nik.Value;
            using var row = statement.Query();
            if (row.Read())
                view.Load(RegistrationOf(view.Office, nik, row, first: 0));
        }

        LoadClosedPeriods(view);
        if (!HasAny(Statements.AnyOpenVoterHold, view.Office))
            return;
        foreach (var nik in niks)
            LoadHolds(view, nik);
    }

    public void LoadItems(OfficeView view, IReadOnlyCollection<ItemKey> keys)
    {
        if (keys.Count == 0)
            return;
        var statement = Statements.Item;
        statement[0] = view.Office.Value;
        foreach (var key in keys)
        {
            statement[1] = (int)key.Kind;
            statement[2] = key.Key;
            using var row = statement.Query();
            if (row.Read())
                view.Load(ItemOf(view.Office, key, row));
        }

        if (!HasAny(Statements.AnyOpenItemHold, view.Office))
            return;
        foreach (var key in keys)
            LoadHolds(view, key);
    }

    public void LoadPending(OfficeView view, long position, int index)
    {
        var statement = Statements.Pending;
        statement[0] = view.Office.Value;
        statement[1] = position;
        statement[2] = index;
        using var row = statement.Query();
        if (row.Read())
            view.Load(PendingOf(view.Office, row));
    }

    public void Dispose()
    {
        Statements.Dispose();
        connection.Dispose();
    }

    private long? SequenceOf(BatchKey batch)
    {
        var statement = Statements.SequenceOfBatchId;
        statement[0] = batch.Office.Value;
        statement[1] = batch.ProducerId;
        statement[2] = batch.BatchId;
        using var row = statement.Query();
        return row.Read() ? row.GetInt64(0) : null;
    }

    private void LoadClosedPeriods(OfficeView view)
    {
        var statement = Statements.ClosedPeriods;
        statement[0] = view.Office.Value;
        using var row = statement.Query();
        while (row.Read())
            view.Load(new ClosedPeriod(view.Office, RecapPeriod.Parse(row.GetString(0)), row.GetInt64(1)));
    }

    // Most offices have no hold most of the time; one look-up then saves one for each person.
    private static bool HasAny(Statement statement, OfficeCode office)
    {
        statement[0] = office.Value;
        using var row = statement.Query();
        return row.Read();
    }

    private void LoadHolds(OfficeView view, Nik nik)
    {
        var statement = Statements.OpenHolds;
        statement[0] = view.Office.Value;
        statement[1] = nik.Value;
        using var row = statement.Query();
        while (row.Read())
            view.Load(PendingOf(view.Office, row));
    }

    private void LoadHolds(OfficeView view, ItemKey item)
    {
        var statement = Statements.OpenItemHolds;
        statement[0] = view.Office.Value;
        statement[1] = (int)item.Kind;
        statement[2] = item.Key;
        using var row = statement.Query();
        while (row.Read())
            view.Load(PendingOf(view.Office, row));
    }

    /// <summary>The registration in a row whose columns begin at <paramref name="first"/>.</summary>
    public static Registration RegistrationOf(OfficeCode office, Nik nik, Statement.Rows row, int first) => new()
    {
        Office = office,
        Nik = nik,
        Ground = (RemovalGround)row.GetInt32(first),
        Position = row.GetInt64(first + 1),
        Index = row.GetInt32(first + 2),
        EffectiveDate = DateOnly.FromDayNumber(row.GetInt32(first + 3)),
        Verified = row.GetInt32(first + 4) != 0,
        DecidedCase = row.IsNull(first + 5) ? null : row.GetInt64(first + 5),
        EnteredAs = (Measure)row.GetInt32(first + 6),
        Record = row.GetBytes(first + 7),
    };

    private static Item ItemOf(OfficeCode office, ItemKey key, Statement.Rows row) => new()
    {
        Office = office,
        Key = key,
        Position = row.GetInt64(0),
        Index = row.GetInt32(1),
        Version = row.GetInt32(2),
        Record = row.GetBytes(3),
    };

    private static PendingChange PendingOf(OfficeCode office, Statement.Rows row) => new()
    {
        Office = office,
        Position = row.GetInt64(0),
        Index = row.GetInt32(1),
        Kind = (PendingKind)row.GetInt32(2),
        State = (PendingState)row.GetInt32(3),
        Nik = row.IsNull(4) ? null : Nik.FromTrusted(row.GetInt64(4)),
        Item = row.IsNull(6) ? null : new ItemKey((ItemKind)row.GetInt32(5), row.GetString(6)),
        Code = row.GetString(7),
        SettledPosition = row.IsNull(8) ? null : row.GetInt64(8),
        SettledIndex = row.IsNull(9) ? null : row.GetInt32(9),
        TimeMilliseconds = row.GetInt64(10),
        Attempts = row.GetInt32(11),
    };
}
