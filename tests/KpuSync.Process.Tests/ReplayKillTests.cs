using Grpc.Core;
using Grpc.Net.Client;
using KpuSync.Contracts.V1;
using KpuSync.Process.Tests.Support;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using Xunit.Abstractions;

namespace KpuSync.Process.Tests;

/// <summary>Goal: a replay that is cut anywhere goes on and decides each change once. Method: kill -9 the server in the middle of a job, three times.</summary>
public sealed class ReplayKillTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Kills = 3;
    private const int Batches = 120;
    private const string Office = "5201";

    private readonly TempFolder _folder = new();
    private ServerProcess _server = null!;

    public async Task InitializeAsync()
    {
        _server = new ServerProcess(_folder.Path);

        // A page for each batch: many moments to be killed at.
        _server.Settings["KPUSYNC__LIMITS__REPLAYPAGECHANGESMAX"] = ServerProcess.BatchChanges.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await _server.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Fact]
    public async Task Replay_ServerKilledThreeTimes_DecidesEachChangeOnce()
    {
        await PushRefusedAsync();
        var administrator = await HeadersAsync("P52", "administrator");
        var job = await BeginAsync(administrator);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var seen = await ReadUntilItMovesAsync(administrator, job);
            await _server.KillAsync();
            output.WriteLine($"kill {kill} after {seen.ChangesDone} changes");
            seen.State.ShouldBe(FailedJobState.Running, "every kill falls into the job");
            await _server.StartAsync();
        }

        var done = await ReadToTheEndAsync(administrator, job.JobId);
        (done.State, done.ChangesDone, done.Counts.Rejected).ShouldBe((FailedJobState.Done, Batches * ServerProcess.BatchChanges, Batches * ServerProcess.BatchChanges));
        using var channel = GrpcChannel.ForAddress(_server.Address);
        var listed = await new FailedBatchService.FailedBatchServiceClient(channel)
            .ListFailedBatchesAsync(new ListFailedBatchesRequest { Filter = All, PageSize = 500 }, administrator);
        listed.Batches.Count.ShouldBe(Batches);
        listed.Batches.ShouldAllBe(b => b.Attempts == 1);
        (await _server.CommandAsync("audit", "verify")).ShouldEndWith(0);
        (await _server.CommandAsync("rebuild", "--check")).ShouldEndWith(0);
    }

    private static FailedFilter All => new() { Range = Office };

    // Nobody of these was ever registered, and so nobody can be removed, today or in the replay.
    private async Task PushRefusedAsync()
    {
        var headers = await HeadersAsync(Office, "operator");
        using var channel = GrpcChannel.ForAddress(_server.Address);
        var client = new SyncService.SyncServiceClient(channel);
        for (var sequence = 1; sequence <= Batches; sequence++)
        {
            var changes = Enumerable.Range(1, ServerProcess.BatchChanges)
                .Select(i => VoterExamples.Remove(VoterExamples.NikOf((sequence * ServerProcess.BatchChanges) + i), RemovalGround.MovedAway));
            await client.PushBatchAsync(new PushBatchRequest { Batch = BatchExamples.Of(sequence, changes) }, headers);
        }
    }

    private async Task<FailedJob> BeginAsync(Metadata headers)
    {
        using var channel = GrpcChannel.ForAddress(_server.Address);
        using var call = new FailedBatchService.FailedBatchServiceClient(channel).Replay(
            new ReplayRequest { Filter = All, Reason = "coba lagi", RequestId = Guid.NewGuid().ToString("D"), ConfirmedChanges = Batches * ServerProcess.BatchChanges }, headers);
        (await call.ResponseStream.MoveNext(default)).ShouldBeTrue();
        return call.ResponseStream.Current.Job;
    }

    private async Task<FailedJob> ReadUntilItMovesAsync(Metadata headers, FailedJob job)
    {
        using var channel = GrpcChannel.ForAddress(_server.Address);
        using var call = new FailedBatchService.FailedBatchServiceClient(channel).WatchFailedJob(new WatchFailedJobRequest { JobId = job.JobId }, headers);
        long? first = null;
        await foreach (var moved in call.ResponseStream.ReadAllAsync())
        {
            first ??= moved.Job.ChangesDone;
            if (moved.Job.ChangesDone > first)
                return moved.Job;
        }

        throw new InvalidOperationException("The job ended before it was seen to move.");
    }

    private async Task<FailedJob> ReadToTheEndAsync(Metadata headers, string jobId)
    {
        using var channel = GrpcChannel.ForAddress(_server.Address);
        using var call = new FailedBatchService.FailedBatchServiceClient(channel).WatchFailedJob(new WatchFailedJobRequest { JobId = jobId }, headers);
        FailedJob? last = null;
        await foreach (var moved in call.ResponseStream.ReadAllAsync())
            last = moved.Job;
        return last!;
    }

    private async Task<Metadata> HeadersAsync(string office, string role)
    {
        var issued = await _server.CommandAsync("token", "issue", "--office", office, "--role", role, "--days", "1");
        return new Metadata { { "authorization", "Bearer " + issued.ShouldEndWith(0).Out.Trim() } };
    }
}
