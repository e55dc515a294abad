using System.Data;
using KpuSync.Storage.Copying;
using KpuSync.Storage.Postgres.HotPath;
using Npgsql;

namespace KpuSync.Storage.Postgres.Copying;

/// <summary>Moves tables, a row at a time however large they are, and reads them back.</summary>
internal sealed class TableTransfer(ICopySource from, NpgsqlConnection connection, ICopyProgress progress)
{
    private const int RowsBetweenWords = 10_000;

    /// <summary>Copies every table. The model has no foreign keys, so that their order means nothing.</summary>
    public async Task<CopyReport> CopyAsync(CancellationToken ct)
    {
        var copied = new List<CopiedTable>();
        foreach (var table in from.Tables)
        {
            try
            {
                copied.Add(await CopyAsync(table, ct));
            }
            catch (PostgresException refusal) when (PostgresFailures.IsOfTheContent(refusal))
            {
                return new CopyReport { Tables = copied, Faults = [$"{table.Name}: PostgreSQL does not take a row: {refusal.MessageText} ({refusal.SqlState})"] };
            }

            progress.Copied(copied[^1]);
        }

        return new CopyReport { Tables = copied };
    }

    /// <summary>Reads every table back.</summary>
    /// <returns>Where it is not what was copied.</returns>
    public async Task<IReadOnlyList<string>> CompareAsync(IReadOnlyList<CopiedTable> copied, CancellationToken ct)
    {
        var faults = new List<string>();
        foreach (var (table, expected) in from.Tables.Zip(copied))
        {
            progress.Comparing(table.Name);
            var found = await ReadBackAsync(table, ct);
            if (found.Rows != expected.Rows)
                faults.Add($"{table.Name}: {expected.Rows} rows were copied, and {found.Rows} came back");
            else if (found.Hash != expected.Hash)
                faults.Add($"{table.Name}: its {found.Rows} rows came back with other values");
        }

        return faults;
    }

    private async Task<CopiedTable> CopyAsync(StoredTable table, CancellationToken ct)
    {
        var digest = new TableDigest();
        await using var select = from.Select(table);
        await using var rows = await select.ExecuteReaderAsync(ct);
        await using var import = await connection.BeginBinaryImportAsync($"COPY {table.Quoted} ({table.QuotedColumns}) FROM STDIN (FORMAT binary)", ct);
        import.Timeout = TimeSpan.Zero;
        while (await rows.ReadAsync(ct))
        {
            await import.StartRowAsync(ct);
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var value = table.Columns[i].Read(rows, i);
                digest.Add(value);
                await WriteAsync(import, table.Columns[i].Type, value, ct);
            }

            digest.EndRow();
            if (digest.Rows % RowsBetweenWords == 0)
                progress.Copying(table.Name, digest.Rows);
        }

        await import.CompleteAsync(ct);
        return new CopiedTable(table.Name, digest.Rows, digest.Hash);
    }

    private static Task WriteAsync(NpgsqlBinaryImporter import, StoredType type, in StoredValue value, CancellationToken ct) => type switch
    {
        _ when value.IsNull => import.WriteNullAsync(ct),
        StoredType.LongNumber => import.WriteAsync(value.Number, ct),
        StoredType.Number => import.WriteAsync(checked((int)value.Number), ct),
        StoredType.Truth => import.WriteAsync(value.Number != 0, ct),
        StoredType.Text => import.WriteAsync(value.Text!, ct),
        _ => import.WriteAsync(value.Bytes!, ct),
    };

    private async Task<TableDigest> ReadBackAsync(StoredTable table, CancellationToken ct)
    {
        var digest = new TableDigest();
        await using var select = new NpgsqlCommand(table.Select, connection) { CommandTimeout = 0 };
        await using var rows = await select.ExecuteReaderAsync(CommandBehavior.SequentialAccess, ct);
        while (await rows.ReadAsync(ct))
        {
            for (var i = 0; i < table.Columns.Count; i++)
                digest.Add(table.Columns[i].Read(rows, i));
            digest.EndRow();
        }

        return digest;
    }
}
