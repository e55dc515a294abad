using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KpuSync.Client.State;

/// <summary>Reads the baseline's entries from the database.</summary>
/// <remarks>Straight from the library: a data reader costs several times the query itself on a million rows.</remarks>
internal static class BaselineReader
{
    private const string Columns = "SELECT nik, row_hash, record_hash, dpid, info FROM baseline";

    public delegate void Take(in BaselineTable.Entry entry);

    public static int Count(SqliteConnection connection) => (int)(long)connection.Scalar("SELECT count(*) FROM baseline")!;

    /// <summary>Gives every entry, in the order of their NIKs.</summary>
    public static void ReadAll(SqliteConnection connection, Take take)
    {
        using var statement = Prepare(connection, Columns);
        while (Step(connection, statement))
            take(EntryOf(statement));
    }

    /// <summary>The entries of these voters; null for those that the baseline does not have.</summary>
    public static Dictionary<long, BaselineTable.Entry?> ReadOf(SqliteConnection connection, IReadOnlyCollection<long> niks)
    {
        var found = new Dictionary<long, BaselineTable.Entry?>(niks.Count);
        using var statement = Prepare(connection, Columns + " WHERE nik=?1");
        foreach (var nik in niks)
        {
            Check(connection, raw.sqlite3_bind_int64(statement, 1, nik));
            found[nik] = Step(connection, statement) ? EntryOf(statement) : null;
            Check(connection, raw.sqlite3_reset(statement));
        }

        return found;
    }

    private static sqlite3_stmt Prepare(SqliteConnection connection, string sql)
    {
        Check(connection, raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement));
        return statement;
    }

    private static bool Step(SqliteConnection connection, sqlite3_stmt statement)
    {
        var code = raw.sqlite3_step(statement);
        if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            Check(connection, code);
        return code == raw.SQLITE_ROW;
    }

    private static BaselineTable.Entry EntryOf(sqlite3_stmt statement) => new()
    {
        Nik = raw.sqlite3_column_int64(statement, 0),
        RowHash = (ulong)raw.sqlite3_column_int64(statement, 1),
        RecordHash = (ulong)raw.sqlite3_column_int64(statement, 2),
        Dpid = raw.sqlite3_column_int64(statement, 3),
        State = new VoterState(raw.sqlite3_column_int64(statement, 4)),
    };

    private static void Check(SqliteConnection connection, int code) => SqliteException.ThrowExceptionForRC(code, connection.Handle);
}
