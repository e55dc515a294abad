using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace KpuSync.Benchmarks.Floors;

/// <summary>Prepared upserts, with the settings of our own connections.</summary>
internal sealed class SqliteFloor : IFloor
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _upsert;

    public SqliteFloor(DbConnection connection, FloorTable table)
    {
        _connection = (SqliteConnection)connection;
        Execute("PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -98304; PRAGMA wal_autocheckpoint = 10000");
        Execute(table.Create("BLOB", "WITHOUT ROWID"));
        _upsert = _connection.CreateCommand();
        _upsert.CommandText = $"{table.Into} VALUES ({string.Join(", ", table.Columns.Select(c => "$" + c))}) {table.Conflict}";
        foreach (var column in table.Columns)
            _upsert.Parameters.Add(new SqliteParameter("$" + column, null));
    }

    public Task WriteAsync(IReadOnlyList<FloorRow> rows)
    {
        using var transaction = _connection.BeginTransaction();
        _upsert.Transaction = transaction;
        foreach (var row in rows)
        {
            var parameters = _upsert.Parameters;
            parameters[0].Value = row.Nik;
            parameters[1].Value = row.Office;
            parameters[2].Value = row.Position;
            parameters[3].Value = row.Index;
            parameters[4].Value = row.EffectiveDay;
            parameters[5].Value = row.EnteredAs;
            parameters[6].Value = row.Record;
            for (var i = 7; i < parameters.Count; i++)
                parameters[i].Value = (object?)row.Keys[i - 7] ?? DBNull.Value;
            _upsert.ExecuteNonQuery();
        }

        transaction.Commit();
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _upsert.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
