using Microsoft.Data.Sqlite;

namespace KpuSync.Benchmarks;

/// <summary>What the disk and SQLite alone give here, so that a figure can be compared between machines: prepared upserts of one row a voter and nothing else.</summary>
internal static class SqliteFloor
{
    private const int RecordBytes = 250;

    /// <summary>Rows a second, each transaction with <c>synchronous=FULL</c>.</summary>
    public static double Measure(Workspace workspace, int rows, int rowsPerTransaction)
    {
        using var database = new SqliteConnection($"Data Source={workspace.PathOf("floor.db")};Pooling=False");
        database.Open();
        Execute(database, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE voter (nik INTEGER PRIMARY KEY, record BLOB) WITHOUT ROWID");
        using var upsert = database.CreateCommand();
        upsert.CommandText = "INSERT INTO voter VALUES ($nik, $record) ON CONFLICT (nik) DO UPDATE SET record = excluded.record";
        var nik = upsert.Parameters.Add("$nik", SqliteType.Integer);
        upsert.Parameters.Add("$record", SqliteType.Blob).Value = new byte[RecordBytes];

        // A fixed seed: the order of the keys, and with it the work, is the same every time.
        var random = new Random(1);
        var start = TimeProvider.System.GetTimestamp();
        for (var done = 0; done < rows; done += rowsPerTransaction)
        {
            using var transaction = database.BeginTransaction();
            upsert.Transaction = transaction;
            for (var i = 0; i < Math.Min(rowsPerTransaction, rows - done); i++)
            {
                nik.Value = 5201_000000_000000 + random.NextInt64(1_000000_000000);
                upsert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        return rows / TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static void Execute(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
