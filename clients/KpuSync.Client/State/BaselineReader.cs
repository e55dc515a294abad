using Microsoft.Data.Sqlite;

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
        using var statement = new Statement(connection, Columns);
        while (statement.Step())
            take(EntryOf(statement));
    }

    /// <summary>The entries of these voters; null for those that the baseline does not have.</summary>
    public static Dictionary<long, BaselineTable.Entry?> ReadOf(SqliteConnection connection, IReadOnlyCollection<long> niks)
    {
        var found = new Dictionary<long, BaselineTable.Entry?>(niks.Count);
        using var statement = new Statement(connection, Columns + " WHERE nik=?1");
        foreach (var nik in niks)
        {
            found[nik] = null;
            statement.Bind(1, nik);
            while (statement.Step())
                found[nik] = EntryOf(statement);
        }

        return found;
    }

    private static BaselineTable.Entry EntryOf(Statement statement) => new()
    {
        Nik = statement.Column(0),
        RowHash = (ulong)statement.Column(1),
        RecordHash = (ulong)statement.Column(2),
        Dpid = statement.Column(3),
        State = new VoterState(statement.Column(4)),
    };
}
