using System.Data.Common;
using Npgsql;

namespace KpuSync.Benchmarks.Floors;

/// <summary>One upsert from arrays a transaction.</summary>
internal sealed class PostgresFloor : IFloor
{
    private readonly NpgsqlConnection _connection;
    private readonly FloorTable _table;

    private PostgresFloor(NpgsqlConnection connection, FloorTable table) => (_connection, _table) = (connection, table);

    public static async Task<PostgresFloor> MakeAsync(DbConnection connection, FloorTable table)
    {
        await using var create = connection.CreateCommand();
        create.CommandText = table.Create("bytea", "");
        await create.ExecuteNonQueryAsync();
        return new PostgresFloor((NpgsqlConnection)connection, table);
    }

    public async Task WriteAsync(IReadOnlyList<FloorRow> rows)
    {
        await using var upsert = new NpgsqlCommand(
            $"{_table.Into} SELECT * FROM unnest({string.Join(", ", _table.Columns.Select((_, i) => $"${i + 1}"))}) {_table.Conflict}", _connection);
        Add(upsert, rows, r => r.Nik);
        Add(upsert, rows, r => r.Office);
        Add(upsert, rows, r => r.Position);
        Add(upsert, rows, r => r.Index);
        Add(upsert, rows, r => r.EffectiveDay);
        Add(upsert, rows, r => r.EnteredAs);
        Add(upsert, rows, r => r.Record);
        for (var i = 0; i < _table.Columns.Count - 7; i++)
        {
            var key = i;
            Add(upsert, rows, r => r.Keys[key]);
        }

        await upsert.PrepareAsync();
        await upsert.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private static void Add<T>(NpgsqlCommand command, IReadOnlyList<FloorRow> rows, Func<FloorRow, T> column) =>
        command.Parameters.Add(new NpgsqlParameter<T[]> { TypedValue = [.. rows.Select(column)] });
}
