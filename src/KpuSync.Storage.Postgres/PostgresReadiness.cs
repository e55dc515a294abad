using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>Looks whether a database that answers can keep ledgers.</summary>
public sealed class PostgresReadiness(NpgsqlDataSource source, IDbContextFactory<KpuSyncDbContext> contexts)
{
    private const string Settings =
        """
        SELECT pg_is_in_recovery(), current_setting('transaction_read_only') = 'on',
            CASE WHEN current_setting('fsync') = 'off' THEN 'fsync = off' WHEN current_setting('synchronous_commit') = 'off' THEN 'synchronous_commit = off' END,
            CASE WHEN current_setting('synchronous_standby_names') <> '' AND current_setting('synchronous_commit') IN ('local', 'remote_write')
                THEN current_setting('synchronous_commit') END
        """;

    // A list of rights in one call asks for any of them.
    private const string TablesWithoutRights =
        """
        SELECT name FROM unnest($1) AS name
        WHERE NOT (has_table_privilege(name, 'SELECT') AND has_table_privilege(name, 'INSERT') AND has_table_privilege(name, 'UPDATE') AND has_table_privilege(name, 'DELETE'))
        ORDER BY name
        """;

    /// <summary>What stands against writing to it, or null.</summary>
    /// <param name="name">How the text names it.</param>
    /// <param name="allowVolatile">Whether it may lose in a crash what it said was committed.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PostgresProblem?> ProblemAsync(string name, bool allowVolatile, CancellationToken ct)
    {
        await using var command = source.CreateCommand(Settings);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        if (row.GetBoolean(0))
            return new($"Database {name} is a standby, which takes no changes. Name the primary in KpuSync:Connection (several hosts: `Host=a,b;Target Session Attributes=primary`).");
        if (row.GetBoolean(1))
            return new($"Database {name} is read-only (default_transaction_read_only is on). Turn that off for KpuSync's user and database.");
        if (!await row.IsDBNullAsync(2, ct) && !allowVolatile)
        {
            return new(
                $"Database {name} has {row.GetString(2)}: a crash would lose changes that offices were told are safe. Turn it on; only for trials, set KpuSync:AllowVolatile to true.");
        }

        if (!await row.IsDBNullAsync(3, ct) && !allowVolatile)
        {
            return new(
                $"Database {name} has synchronous_commit = {row.GetString(3)} and a synchronous standby: a failover would lose changes that offices were told are safe. Set it to on.");
        }

        return null;
    }

    /// <summary>Which rights on the tables of a current schema are missing, or null.</summary>
    /// <param name="name">How the text names the database.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<PostgresProblem?> RightsProblemAsync(string name, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var command = new NpgsqlCommand(TablesWithoutRights, connection) { Parameters = { new() { Value = await TablesAsync(ct) } } };
        var closed = new List<string>();
        await using var row = await command.ExecuteReaderAsync(ct);
        while (await row.ReadAsync(ct))
            closed.Add(row.GetString(0));
        return closed.Count == 0 ? null : new(
            $"User '{connection.UserName}' lacks rights on {closed.Count} tables of database {name}, {closed[0]} among them (42501). "
            + $"As the owner of the tables: GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO \"{connection.UserName}\"");
    }

    private async Task<string[]> TablesAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return [.. db.Model.GetEntityTypes().Select(entity => entity.GetTableName()!).Distinct()];
    }
}
