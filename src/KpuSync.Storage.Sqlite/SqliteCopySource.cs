using System.Data.Common;
using KpuSync.Storage.Copying;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Sqlite;

/// <summary>A database file that is copied from, alone: no server may have it open, and none can write to it before this is closed.</summary>
public sealed class SqliteCopySource : ICopySource, IDisposable
{
    // Long enough for a command that is just ending.
    private const int WaitSeconds = 1;

    private readonly SqliteConnection _connection;
    private readonly OneConnection _contexts;

    private SqliteCopySource(SqliteConnection connection)
    {
        _connection = connection;
        var options = new DbContextOptionsBuilder<KpuSyncDbContext>();
        SqliteServices.Configure(options, connection);
        _contexts = new OneConnection(options.Options);
        using var db = _contexts.CreateDbContext();
        Tables = StoredTable.Of(db.Model);
    }

    /// <inheritdoc/>
    public IReadOnlyList<StoredTable> Tables { get; }

    /// <summary>Opens a file that is there.</summary>
    /// <exception cref="DbException">It cannot be had alone, or is no database; <see cref="SqliteProblem"/> says what that means.</exception>
    public static SqliteCopySource Open(string path)
    {
        // Only who may write to a file may lock it.
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false, DefaultTimeout = WaitSeconds }.ToString());
        try
        {
            connection.Open();
            // Whoever has a file in WAL mode open keeps a shared lock on it, also while it does nothing: this one is had only if there is nobody.
            SqliteConnections.Execute(connection, "PRAGMA locking_mode = EXCLUSIVE");
            SqliteConnections.Execute(connection, "BEGIN EXCLUSIVE");
            SqliteConnections.Execute(connection, "PRAGMA query_only = ON");
            return new SqliteCopySource(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>How the file's schema compares with this program's.</summary>
    public Task<SchemaState> SchemaAsync(CancellationToken ct) => SchemaState.ReadAsync(_contexts, ct);

    /// <inheritdoc/>
    public DbCommand Select(StoredTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every name comes from the model.
        command.CommandText = table.Select;
#pragma warning restore CA2100
        return command;
    }

    /// <summary>Gives the file back as it was.</summary>
    public void Dispose() => _connection.Dispose();
}
