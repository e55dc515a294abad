using KpuSync.Client.Installations;
using KpuSync.Client.Texts;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.State;

/// <summary>The installation's own database: outbox with receipts, baseline, changes that were not applied, tokens.</summary>
/// <remarks>
/// What is purged is overwritten where that costs no extra write (<c>secure_delete=FAST</c>): it holds identity numbers. One writer (the lock sees to it). <c>synchronous=FULL</c>: a receipt that was stored stays stored. The write-ahead log is
/// checkpointed rarely, since a first push rewrites the baseline's pages again and again.
/// </remarks>
internal sealed class StateDatabase : IDisposable
{
    private const int SchemaVersion = 3;

    private const string Schema = """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID;
        CREATE TABLE pushes(
            id INTEGER PRIMARY KEY, source TEXT NOT NULL, created INTEGER NOT NULL, layout BLOB);
        CREATE TABLE outbox(
            generation INTEGER NOT NULL, sequence INTEGER NOT NULL, batch_id TEXT NOT NULL, push INTEGER NOT NULL,
            changes INTEGER NOT NULL, bytes INTEGER NOT NULL, carried INTEGER NOT NULL DEFAULT 0,
            body BLOB NOT NULL, hashes BLOB NOT NULL, rows BLOB NOT NULL, receipt BLOB, acknowledged INTEGER,
            PRIMARY KEY(generation, sequence));
        CREATE TABLE baseline(
            nik INTEGER PRIMARY KEY, row_hash INTEGER NOT NULL, record_hash INTEGER NOT NULL, dpid INTEGER NOT NULL, info INTEGER NOT NULL);
        CREATE TABLE unapplied(
            sequence INTEGER NOT NULL, idx INTEGER NOT NULL, nik INTEGER NOT NULL, dpid INTEGER NOT NULL, row_hash INTEGER NOT NULL,
            row INTEGER NOT NULL, source TEXT NOT NULL, outcome BLOB NOT NULL, PRIMARY KEY(sequence, idx)) WITHOUT ROWID;
        CREATE INDEX unapplied_nik ON unapplied(nik);
        """;

    // Without it, a look at the age of batches reads through all of their bodies, which lie before it in the row.
    private const string AgeIndex = "CREATE INDEX outbox_age ON outbox(acknowledged) WHERE acknowledged IS NOT NULL";

    private const string ItemBaseline = """
        CREATE TABLE item_baseline(kind INTEGER NOT NULL, item_key TEXT NOT NULL, hash INTEGER, refused INTEGER, PRIMARY KEY(kind, item_key)) WITHOUT ROWID;
        """;

    private const int WriterCacheKibibytes = 32 * 1024;

    // Batches are read once, in their order.
    private const int ReaderCacheKibibytes = 4 * 1024;

    private readonly string _connectionString;

    private StateDatabase(string connectionString, SqliteConnection connection)
    {
        _connectionString = connectionString;
        Connection = connection;
    }

    public SqliteConnection Connection { get; }

    public BaselineChanges BaselineChanges { get; } = new();

    public static StateDatabase Open(string directory, int? pagesMax = null)
    {
        var path = Path.Combine(directory, "state.db");
        if (!File.Exists(path))
            OwnerOnly.Create(path).Dispose();
        var text = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString();
        var connection = OpenConnection(text, WriterCacheKibibytes);
        try
        {
            Migrate(connection, directory);
            if (pagesMax is { } max)
                connection.Execute($"PRAGMA max_page_count={max}");
            return new StateDatabase(text, connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Another connection, to read batches while receipts are written.</summary>
    public SqliteConnection OpenReader() => OpenConnection(_connectionString, ReaderCacheKibibytes);

    public void Dispose() => Connection.Dispose();

    private static SqliteConnection OpenConnection(string text, int cacheKibibytes)
    {
        var connection = new SqliteConnection(text);
        connection.Open();
        connection.Execute($"""
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=20000;
            PRAGMA cache_size=-{cacheKibibytes}; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=FAST; PRAGMA busy_timeout=30000;
            """);
        return connection;
    }

    private static void Migrate(SqliteConnection connection, string directory)
    {
        var version = (long)connection.Scalar("PRAGMA user_version")!;
        if (version > SchemaVersion)
            throw ClientTexts.StateNewer(directory);
        if (version == SchemaVersion)
            return;
        using var transaction = connection.BeginTransaction();
        if (version < 1)
            connection.Execute(Schema);
        if (version < 2)
            connection.Execute(AgeIndex);
        connection.Execute(ItemBaseline);
        connection.Execute($"PRAGMA user_version={SchemaVersion}");
        transaction.Commit();
    }
}
