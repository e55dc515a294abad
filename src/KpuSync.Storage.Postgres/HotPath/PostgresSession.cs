using Npgsql;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>A statement with its parameters, <c>$1</c> first.</summary>
/// <remarks>Rows go as one array for each column, so that a statement has the same text however many there are, and needs no types where all of a column is null.</remarks>
internal readonly record struct Statement(string Sql, params object[] Parameters);

/// <summary>A statement, and what takes each row that it returns; nothing for one that returns no rows.</summary>
internal readonly record struct Query(Statement Statement, Action<NpgsqlDataReader>? Take);

/// <summary>One connection, with its transaction if it has one.</summary>
/// <param name="connection">The connection.</param>
/// <param name="first">What each of its queries begins with; nothing by default.</param>
internal sealed class PostgresSession(NpgsqlConnection connection, Query? first = null)
{
    /// <summary>A connection for look-ups, each of which is a transaction of its own.</summary>
    public static PostgresSession ForLookUps(NpgsqlConnection connection) => new(connection, LedgerStatements.LookUp);

    public NpgsqlConnection Connection => connection;

    /// <summary>True to wait for the next statements however long they take, whatever the connection's Command Timeout says.</summary>
    public bool IsPatient { get; set; }

    /// <summary>The rows of a query.</summary>
    public async ValueTask<List<T>> ListAsync<T>(Statement statement, Func<NpgsqlDataReader, T> map, CancellationToken ct)
    {
        var rows = new List<T>();
        await ReadAsync([new Query(statement, row => rows.Add(map(row)))], ct);
        return rows;
    }

    /// <summary>Runs queries in one round trip.</summary>
    public async ValueTask ReadAsync(IReadOnlyList<Query> queries, CancellationToken ct)
    {
        if (queries.Count == 0)
            return;
        if (first is { } begin)
            queries = [begin, .. queries];
        await using var batch = BatchOf(queries.Select(query => query.Statement));
        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var take in queries.Select(query => query.Take).OfType<Action<NpgsqlDataReader>>())
        {
            while (await reader.ReadAsync(ct))
                take(reader);
            await reader.NextResultAsync(ct);
        }
    }

    /// <summary>Runs statements in one round trip.</summary>
    public async ValueTask ExecuteAsync(IReadOnlyList<Statement> statements, CancellationToken ct)
    {
        if (statements.Count == 0)
            return;
        await using var batch = BatchOf(statements);
        await batch.ExecuteNonQueryAsync(ct);
    }

    private NpgsqlBatch BatchOf(IEnumerable<Statement> statements)
    {
        var batch = new NpgsqlBatch(connection);
        if (IsPatient)
            batch.Timeout = 0;
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql);
            foreach (var parameter in statement.Parameters)
                command.Parameters.Add(new NpgsqlParameter { Value = parameter });
            batch.BatchCommands.Add(command);
        }

        return batch;
    }
}
