using Npgsql;

namespace KpuSync.Benchmarks;

/// <summary>What the disk and PostgreSQL alone give here: upserts of one row a voter from arrays, and nothing else.</summary>
internal static class PostgresFloor
{
    private const int RecordBytes = 250;

    /// <summary>Rows a second, each transaction forced to the disk.</summary>
    public static async Task<double> MeasureAsync(string connectionString, int rows, int rowsPerTransaction)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await ExecuteAsync(connection, "DROP TABLE IF EXISTS voter; CREATE TABLE voter (nik bigint PRIMARY KEY, record bytea)");
        await using var upsert = new NpgsqlCommand("INSERT INTO voter SELECT * FROM unnest($1, $2) ON CONFLICT (nik) DO UPDATE SET record = excluded.record", connection);
        var (niks, records) = (new long[rowsPerTransaction], Enumerable.Repeat(new byte[RecordBytes], rowsPerTransaction).ToArray());
        upsert.Parameters.Add(new NpgsqlParameter { Value = niks });
        upsert.Parameters.Add(new NpgsqlParameter { Value = records });

        // A fixed seed: the order of the keys, and with it the work, is the same every time.
        var random = new Random(1);
        var start = TimeProvider.System.GetTimestamp();
        for (var done = 0; done < rows; done += rowsPerTransaction)
        {
            for (var i = 0; i < rowsPerTransaction; i++)
                niks[i] = 5201_000000_000000 + random.NextInt64(1_000000_000000);
            await upsert.ExecuteNonQueryAsync();
        }

        return rows / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
