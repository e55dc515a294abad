using Microsoft.Data.Sqlite;

namespace KpuSync.Storage.Sqlite;

/// <summary>Opens connections with the settings that this work needs; SQLite's own defaults are for far smaller ones.</summary>
public sealed class SqliteConnections(SqliteStoreOptions options)
{
    /// <summary>Bytes of a page. Larger than the default: a batch's blob spills into fewer pages.</summary>
    public const int PageBytes = 8192;

    // Statements wait for another process's lock as long as commands do.
    private const int BusyMilliseconds = 30_000;
    private const int WriterCacheKibibytes = 32 * 1024;
    private const int ReaderCacheKibibytes = 8 * 1024;

    // 10,000 pages of 8 KiB: a group of batches touches thousands, and a checkpoint after each would write every hot page again and again.
    private const int CheckpointPages = 10_000;

    /// <summary>The connection string that EF Core uses, too.</summary>
    public string ConnectionString { get; } = new SqliteConnectionStringBuilder
    {
        DataSource = options.Path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();

    /// <summary>Opens the one connection that writes batches.</summary>
    public SqliteConnection OpenWriter() => Open(WriterCacheKibibytes, isPooled: false);

    /// <summary>Opens a connection that reads.</summary>
    public SqliteConnection OpenReader() => Open(ReaderCacheKibibytes, isPooled: false);

    /// <summary>Sets what is kept in the file itself. Must run before anything else writes to it.</summary>
    public void Prepare()
    {
        using var connection = Open(ReaderCacheKibibytes, isPooled: false);
        Execute(connection, $"PRAGMA page_size = {PageBytes}");
        Execute(connection, "PRAGMA journal_mode = WAL");
    }

    private SqliteConnection Open(int cacheKibibytes, bool isPooled)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = isPooled }.ToString());
        connection.Open();
        Execute(connection, $"PRAGMA busy_timeout = {BusyMilliseconds}");
        Execute(connection, "PRAGMA synchronous = FULL");
        Execute(connection, $"PRAGMA cache_size = -{cacheKibibytes}");
        Execute(connection, $"PRAGMA wal_autocheckpoint = {CheckpointPages}");
        if (options.SizeMaxBytes is { } sizeMax)
            Execute(connection, $"PRAGMA max_page_count = {Math.Max(1, sizeMax / PageBytes)}");
        return connection;
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Every text comes from a constant or a number of ours.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
