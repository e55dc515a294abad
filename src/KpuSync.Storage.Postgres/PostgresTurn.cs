using KpuSync.Storage.Postgres.HotPath;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>One at a time, of all programs on a database.</summary>
public sealed class PostgresTurn(NpgsqlDataSource source)
{
    /// <summary>Waits until nobody else is at it, however long, and does it.</summary>
    public async Task RunAsync(Func<Task> work, CancellationToken ct)
    {
        // Of a transaction and not of the session: through a pooler the next statement may reach another session.
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var take = new NpgsqlCommand(AdvisoryLocks.TakeSchema, connection, transaction) { CommandTimeout = 0 };
        await take.ExecuteNonQueryAsync(ct);
        await work();
    }
}
