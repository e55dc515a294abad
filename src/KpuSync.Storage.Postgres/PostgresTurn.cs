using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>One at a time, of all programs on a database.</summary>
public sealed class PostgresTurn(NpgsqlDataSource source)
{
    // Any number that nothing else in the database uses.
    private const long Lock = 7_261_120_260_001;

    /// <summary>Waits until nobody else is at it, however long, and does it.</summary>
    public async Task RunAsync(Func<Task> work, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({Lock})", ct);
        try
        {
            await work();
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
