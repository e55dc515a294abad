using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>A prepared statement whose parameters are set by place: <c>$0</c>, <c>$1</c> ...</summary>
/// <remarks>Straight on the library: a push and a scan run millions, and a command object costs several times the look-up itself.</remarks>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;

    public Statement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    /// <summary>Sets a parameter; it stays set for the next time.</summary>
    public SqlValue this[int place]
    {
        set => Check(value.BindTo(_statement, place + 1));
    }

    /// <summary>Runs a statement that returns no rows.</summary>
    public void Execute()
    {
        var code = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
            Check(code);
    }

    /// <summary>Runs a statement that returns rows. Dispose them before it is used again.</summary>
    public Rows Query() => new(this);

    public void Dispose() => _statement.Dispose();

    private void Check(int code) => SqliteException.ThrowExceptionForRC(code, _connection);

    /// <summary>The rows of a running statement, one at a time.</summary>
    public readonly struct Rows(Statement of) : IDisposable
    {
        public bool Read()
        {
            var code = raw.sqlite3_step(of._statement);
            if (code == raw.SQLITE_ROW)
                return true;
            if (code != raw.SQLITE_DONE)
                of.Check(code);
            return false;
        }

        public bool IsNull(int column) => raw.sqlite3_column_type(of._statement, column) == raw.SQLITE_NULL;

        public long GetInt64(int column) => raw.sqlite3_column_int64(of._statement, column);

        public int GetInt32(int column) => raw.sqlite3_column_int(of._statement, column);

        public string GetString(int column) => raw.sqlite3_column_text(of._statement, column).utf8_to_string();

        public byte[] GetBytes(int column) => raw.sqlite3_column_blob(of._statement, column).ToArray();

        public void Dispose() => raw.sqlite3_reset(of._statement);
    }
}
