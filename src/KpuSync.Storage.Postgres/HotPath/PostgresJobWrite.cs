using Google.Protobuf;
using KpuSync.Core.Replay;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>The part of a write transaction that is about jobs.</summary>
internal sealed class PostgresJobWrite(PostgresSession session) : IJobWrite
{
    public ValueTask<StoredJob?> FindAsync(string jobId, CancellationToken ct) => PostgresFailures.GuardAsync(async () =>
        (await session.ListAsync(new Statement($"SELECT {Rows.Job} FROM failed_job WHERE id = $1 FOR UPDATE", jobId), Rows.JobOf, ct)).FirstOrDefault());

    // Whoever asks which jobs go on begins one next, unless one of them is at the same batches: of two askers the second waits.
    public ValueTask<IReadOnlyList<StoredJob>> RunningAsync(CancellationToken ct) => PostgresFailures.GuardAsync(async () =>
    {
        await session.ExecuteAsync([AdvisoryLocks.Take(AdvisoryLocks.Jobs)], ct);
        return (IReadOnlyList<StoredJob>)await session.ListAsync(
            new Statement($"SELECT {Rows.Job} FROM failed_job WHERE state = 1 ORDER BY create_time_ms, id"), Rows.JobOf, ct);
    });

    public ValueTask SaveAsync(StoredJob job, CancellationToken ct) => PostgresFailures.GuardAsync(() => session.ExecuteAsync(
        [
            new Statement(
                $"""
                INSERT INTO failed_job (id, office_range, state, create_time_ms, {Rows.Job}) SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8)
                ON CONFLICT (id) DO UPDATE SET state = excluded.state, cursor_office = excluded.cursor_office, cursor_position = excluded.cursor_position,
                    cursor_index = excluded.cursor_index, body = excluded.body
                """,
                new[] { job.Job.JobId }, new[] { job.Job.Filter.Range }, new[] { (int)job.Job.State }, new[] { job.Job.CreateTime.ToDateTimeOffset().ToUnixTimeMilliseconds() },
                new[] { job.Cursor.Office?.Value }, new[] { job.Cursor.Place.Position }, new[] { job.Cursor.Place.Index }, new[] { job.Job.ToByteArray() }),
        ],
        ct));
}
