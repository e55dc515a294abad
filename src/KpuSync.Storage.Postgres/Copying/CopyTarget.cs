using KpuSync.Storage.Copying;
using KpuSync.Storage.Postgres.HotPath;
using Npgsql;

namespace KpuSync.Storage.Postgres.Copying;

/// <summary>The database that is copied to, from within the copy's transaction.</summary>
internal sealed class CopyTarget(NpgsqlConnection connection)
{
    // Columns that number themselves, with their sequences.
    private const string Sequences =
        """
        SELECT table_name, column_name, sequence, has_sequence_privilege(sequence, 'UPDATE')
        FROM (SELECT table_name, column_name, pg_get_serial_sequence(quote_ident(table_name), column_name) AS sequence FROM unnest($1, $2) AS c (table_name, column_name)) AS numbered
        WHERE sequence IS NOT NULL
        ORDER BY 1, 2
        """;

    /// <summary>Keeps servers from starting, and others from migrating or copying, until the transaction ends.</summary>
    public async Task LockAsync(CancellationToken ct)
    {
        await ExecuteAsync(AdvisoryLocks.TakeSchema, ct);
    }

    /// <summary>Why nothing may be copied to it, or null.</summary>
    public async Task<string?> RefusalAsync(IReadOnlyList<StoredTable> tables, string name, CancellationToken ct)
    {
        var occupied = await TextsAsync(string.Join(" UNION ALL ", tables.Select(table => $"SELECT '{table.Name}' WHERE EXISTS (SELECT FROM {table.Quoted})")), ct);
        if (occupied.Count > 0)
        {
            return $"Database {name} is not empty: {string.Join(", ", occupied.Take(3))} hold rows, as after the first start of a server on it. Nothing was changed. "
                + "Copy to a new database (`createdb`), or drop this one first if nobody needs it.";
        }

        var closed = (await SequencesAsync(tables, ct)).FirstOrDefault(sequence => !sequence.MayBeSet);
        return closed is null ? null
            : $"User '{connection.UserName}' may not set the sequence {closed.Name} of database {name} (42501). Copy as the owner of the tables, or as the owner: "
                + $"GRANT UPDATE ON ALL SEQUENCES IN SCHEMA public TO \"{connection.UserName}\"";
    }

    /// <summary>After all rows are there: numbers go on after the highest, and the planner learns what is in the tables.</summary>
    public async Task SettleAsync(IReadOnlyList<StoredTable> tables, CancellationToken ct)
    {
        foreach (var sequence in await SequencesAsync(tables, ct))
            await ExecuteAsync($"SELECT setval('{sequence.Name}', (SELECT COALESCE(max(\"{sequence.Column}\"), 0) + 1 FROM \"{sequence.Table}\"), false)", ct);

        // Else the first pushes would be planned for empty tables. Whoever does not own them is only warned.
        await ExecuteAsync($"ANALYZE {string.Join(", ", tables.Select(table => table.Quoted))}", ct);
    }

    private async Task<List<Sequence>> SequencesAsync(IReadOnlyList<StoredTable> tables, CancellationToken ct)
    {
        var columns = tables.SelectMany(table => table.Columns.Select(column => (Table: table.Name, Column: column.Name))).ToList();
        await using var command = CommandOf(Sequences);
        command.Parameters.Add(new() { Value = columns.ConvertAll(c => c.Table) });
        command.Parameters.Add(new() { Value = columns.ConvertAll(c => c.Column) });
        var sequences = new List<Sequence>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            sequences.Add(new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetBoolean(3)));
        return sequences;
    }

    private async Task<List<string>> TextsAsync(string sql, CancellationToken ct)
    {
        var texts = new List<string>();
        await using var command = CommandOf(sql);
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            texts.Add(row.GetString(0));
        return texts;
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct)
    {
        await using var command = CommandOf(sql);
        await command.ExecuteNonQueryAsync(ct);
    }

#pragma warning disable CA2100 // Every name comes from the model or the database's own catalogue.
    private NpgsqlCommand CommandOf(string sql) => new(sql, connection) { CommandTimeout = 0 };
#pragma warning restore CA2100

    private sealed record Sequence(string Table, string Column, string Name, bool MayBeSet);
}
