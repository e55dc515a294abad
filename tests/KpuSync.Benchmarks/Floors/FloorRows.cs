using System.Data.Common;

namespace KpuSync.Benchmarks.Floors;

/// <summary>What a push has just written, as rows for a floor.</summary>
internal static class FloorRows
{
    /// <summary>Every registration of an office, shuffled: each floor gets the very rows of the push.</summary>
    public static async Task<IReadOnlyList<FloorRow>> OfAsync(BenchDatabase database, string office, Random random)
    {
        await using var connection = await database.OpenAsync();
        var rows = new Dictionary<long, FloorRow>();
        await ReadAsync(
            connection,
            "SELECT nik, position, change_index, effective_day, entered_as, record FROM registration WHERE office = @office",
            office,
            row => rows.Add(row.GetInt64(0), new FloorRow(row.GetInt64(0), office, row.GetInt64(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetFieldValue<byte[]>(5))));
        await ReadAsync(connection, "SELECT nik, match_key FROM match_key WHERE office = @office", office, row =>
        {
            var of = rows[row.GetInt64(0)];
            of.Keys[of.KeyCount++] = row.GetInt64(1);
        });
        var shuffled = rows.Values.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static async Task ReadAsync(DbConnection connection, string sql, string office, Action<DbDataReader> take)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@office", office);
        command.Parameters.Add(parameter);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            take(reader);
    }
}
