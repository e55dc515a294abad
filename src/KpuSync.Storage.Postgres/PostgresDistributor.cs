using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>Spreads the tables over the nodes of a Citus cluster, as <see cref="Distribution"/> says.</summary>
public sealed class PostgresDistributor(NpgsqlDataSource source, PostgresTurn turn)
{
    /// <summary>True if the database has the extension.</summary>
    public async Task<bool> IsPossibleAsync(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'citus')");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Gives every table its place; those that have it keep it. Moves what is in them, and nobody may write meanwhile.</summary>
    public Task DistributeAsync(CancellationToken ct) => turn.RunAsync(
        async () =>
        {
            foreach (var statement in Distribution.Statements)
            {
                await using var command = source.CreateCommand(statement);
                command.CommandTimeout = 0;
                await command.ExecuteNonQueryAsync(ct);
            }
        },
        ct);
}
