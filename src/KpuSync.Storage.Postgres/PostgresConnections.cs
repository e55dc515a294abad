using System.Data.Common;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>The store's own defaults for connections.</summary>
public static class PostgresConnections
{
    // As many texts as a server runs; each is planned once per connection.
    private const int PreparedStatements = 100;

    // A machine that is gone closes no connection: whoever only listens must ask now and then.
    private const int AskEverySeconds = 10;

    /// <summary>Why a connection string cannot be used, as in "it names no Host"; null if it can. Repeats nothing of it.</summary>
    public static string? ProblemOf(string connectionString)
    {
        try
        {
            var read = new NpgsqlConnectionStringBuilder(connectionString);
            if (string.IsNullOrEmpty(read.Host))
                return "names no Host";
            if (string.IsNullOrEmpty(read.Database))
                return "names no Database";

            // What writes reads on a second one.
            return read.Pooling && read.MaxPoolSize < 2 ? "allows one connection, and two are needed (Maximum Pool Size)" : null;
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            return "is no connection string";
        }
    }

    /// <summary>The connection string with what it leaves open filled in.</summary>
    public static string Complete(string connectionString)
    {
        var given = new NpgsqlConnectionStringBuilder(connectionString);
        var text = new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = given.ApplicationName ?? "kpusync" };

        // Off through a pooler that gives each transaction another connection: say so with "Max Auto Prepare=0".
        if (!Says(connectionString, "Max Auto Prepare"))
            (text.MaxAutoPrepare, text.AutoPrepareMinUsages) = (PreparedStatements, 2);

        // A commit goes with the statements before it: what it fails by is told from what they fail by.
        text.IncludeFailedBatchedCommand = true;

        // Nothing is set on a connection but for a transaction.
        if (!Says(connectionString, "No Reset On Close"))
            text.NoResetOnClose = true;
        return text.ToString();
    }

    // Npgsql's own builder contains every keyword that there is.
    private static bool Says(string connectionString, string keyword)
    {
        var said = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return said.ContainsKey(keyword) || said.ContainsKey(keyword.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>The connection string of a connection that waits for notifications.</summary>
    internal static string ForListening(PostgresStoreOptions options)
    {
        var given = options.DirectConnectionString.Length > 0 ? options.DirectConnectionString : options.ConnectionString;
        var text = new NpgsqlConnectionStringBuilder(Complete(given)) { Pooling = false };
        if (text.KeepAlive == 0)
            text.KeepAlive = AskEverySeconds;
        return text.ToString();
    }
}
