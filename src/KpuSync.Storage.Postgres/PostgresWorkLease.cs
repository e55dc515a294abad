using System.Collections.Concurrent;
using KpuSync.Core.Store;
using KpuSync.Storage.Postgres.HotPath;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>Leases as rows that end by the database's clock: a server that died or stands still is followed by another.</summary>
public sealed class PostgresWorkLease(NpgsqlDataSource source, TimeProvider time) : IWorkLease
{
    /// <summary>After how long without a word the work goes over.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(15);

    // A third: a server that is late once does not lose it.
    private static readonly TimeSpan RenewAfter = Length / 3;

    private readonly Guid _server = Guid.NewGuid();
    private readonly ConcurrentDictionary<string, long> _renewed = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async ValueTask<bool> HoldAsync(string work, CancellationToken ct)
    {
        if (_renewed.TryGetValue(work, out var last) && time.GetElapsedTime(last) < RenewAfter)
            return true;
        _renewed.TryRemove(work, out _);
        var asked = time.GetTimestamp();
        var held = await RunAsync(
            new Statement(
                """
                INSERT INTO work_lease (work, holder, ends_at) VALUES ($1, $2, clock_timestamp() + $3)
                ON CONFLICT (work) DO UPDATE SET holder = excluded.holder, ends_at = excluded.ends_at
                    WHERE work_lease.holder = excluded.holder OR work_lease.ends_at < clock_timestamp()
                RETURNING 1
                """,
                work, _server, Length),
            ct);
        if (held)
            _renewed[work] = asked;
        return held;
    }

    /// <inheritdoc/>
    public async ValueTask ReleaseAllAsync(CancellationToken ct)
    {
        _renewed.Clear();
        await RunAsync(new Statement("DELETE FROM work_lease WHERE holder = $1", _server), ct);
    }

    // True if there was a row.
    private ValueTask<bool> RunAsync(Statement statement, CancellationToken ct) => PostgresFailures.GuardAsync(async () =>
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return (await new PostgresSession(connection).ListAsync(statement, row => row.GetInt32(0), ct)).Count > 0;
    });
}
