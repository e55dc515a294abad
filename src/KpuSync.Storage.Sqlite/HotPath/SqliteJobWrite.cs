using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Core.Replay;
using KpuSync.Rules.Values;

namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>The part of a write transaction that is about jobs.</summary>
internal sealed class SqliteJobWrite(SqliteSession session) : IJobWrite
{
    public ValueTask<StoredJob?> FindAsync(string jobId, CancellationToken ct) => ValueTask.FromResult(SqliteFailures.Guard(() =>
    {
        var statement = session.Statements.Job;
        statement[0] = jobId;
        using var row = statement.Query();
        return row.Read() ? JobOf(row) : null;
    }));

    public ValueTask<IReadOnlyList<StoredJob>> RunningAsync(CancellationToken ct) => ValueTask.FromResult(SqliteFailures.Guard(() =>
    {
        var jobs = new List<StoredJob>();
        using var row = session.Statements.RunningJobs.Query();
        while (row.Read())
            jobs.Add(JobOf(row));
        return (IReadOnlyList<StoredJob>)jobs;
    }));

    public ValueTask SaveAsync(StoredJob job, CancellationToken ct)
    {
        SqliteFailures.Guard(() =>
        {
            var statement = session.Statements.PutJob;
            statement[0] = job.Job.JobId;
            statement[1] = job.Job.Filter.Range;
            statement[2] = (int)job.Job.State;
            statement[3] = job.Job.CreateTime.ToDateTimeOffset().ToUnixTimeMilliseconds();
            statement[4] = job.Cursor.Office?.Value;
            statement[5] = job.Cursor.Place.Position;
            statement[6] = job.Cursor.Place.Index;
            statement[7] = job.Job.ToByteArray();
            statement.Execute();
        });
        return ValueTask.CompletedTask;
    }

    private static StoredJob JobOf(Statement.Rows row) => new(
        FailedJob.Parser.ParseFrom(row.GetBytes(3)),
        new ParkedCursor(row.IsNull(0) ? null : OfficeCode.FromTrusted(row.GetString(0)), new EntryPlace(row.GetInt64(1), row.GetInt32(2))));
}
