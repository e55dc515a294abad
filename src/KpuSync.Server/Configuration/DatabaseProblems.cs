using KpuSync.Storage.Postgres;

namespace KpuSync.Server.Configuration;

/// <summary>What cannot be used of the settings that choose the database. A connection string may hold a password: none of these messages repeats it.</summary>
internal static class DatabaseProblems
{
    private const string Example = "for example `Host=db.example.org;Database=kpusync;Username=kpusync;Password=...`";

    public static IEnumerable<string> Of(ServerOptions options) => options.Database switch
    {
        DatabaseKinds.Sqlite => OfSqlite(options),
        DatabaseKinds.Postgres => OfPostgres(options),
        var other => [ServerOptionsValidator.Problem("Database", other, $"Use `{DatabaseKinds.Sqlite}` or `{DatabaseKinds.Postgres}`.")],
    };

    private static IEnumerable<string> OfSqlite(ServerOptions options)
    {
        if (options.Data.Length == 0 || Directory.Exists(options.Data))
            yield return ServerOptionsValidator.Problem("Data", options.Data, "Name a file, for example `data/kpusync.db`.");
        if (options.DataBytesMax < 0)
            yield return ServerOptionsValidator.Problem("DataBytesMax", options.DataBytesMax, "Use a number of bytes, or 0 for no limit.");
        // Else somebody who only names the server would fill a file beside the program, and notice late.
        foreach (var (name, connection) in ConnectionsOf(options))
        {
            if (connection.Length > 0)
                yield return $"KpuSync:{name} is set, but KpuSync:Database is 'sqlite', which has no connection. Add --database postgres, or take the connection out.";
        }
    }

    private static IEnumerable<string> OfPostgres(ServerOptions options)
    {
        if (options.Connection.Length == 0)
            yield return $"KpuSync:Connection is missing, which KpuSync:Database 'postgres' needs. Use --connection or KPUSYNC__CONNECTION, {Example}.";
        foreach (var (name, connection) in ConnectionsOf(options))
        {
            if (connection.Length > 0 && PostgresConnections.ProblemOf(connection) is { } problem)
                yield return $"KpuSync:{name} {problem}, and so cannot be used. Write names and values with semicolons between, {Example}.";
        }
    }

    private static IEnumerable<(string Name, string Connection)> ConnectionsOf(ServerOptions options) =>
        [(nameof(options.Connection), options.Connection), (nameof(options.DirectConnection), options.DirectConnection)];
}
