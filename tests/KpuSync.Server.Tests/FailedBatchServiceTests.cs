using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Rules.Values;
using KpuSync.Storage.Access;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Server.Tests;

/// <summary>FailedBatchService over gRPC: the replay that the server carries out by itself, statuses, texts, and the trail.</summary>
public sealed class FailedBatchServiceTests : IAsyncLifetime
{
    private const string Request = "11111111-2222-4333-8444-555555555555";

    private TestServer _server = null!;
    private FailedBatchService.FailedBatchServiceClient _failed = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _failed = await ClientAsync("P52", Role.Administrator);

        // The first is taken by somebody who leaves with the second batch: what was refused then can be taken now.
        await PushAsync(1, VoterExamples.New(1), VoterExamples.New(2));
        var corrected = VoterExamples.Record(1);
        corrected.Nik = VoterExamples.NikOf(2);
        await PushAsync(2, VoterExamples.ChangeNik(VoterExamples.NikOf(1), corrected), VoterExamples.Remove(VoterExamples.NikOf(7)));
        await PushAsync(3, VoterExamples.Remove(VoterExamples.NikOf(2), RemovalGround.MovedAway));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task ListCountAndShow_TellWhatIsParkedAndWhy()
    {
        var batch = (await _failed.ListFailedBatchesAsync(new ListFailedBatchesRequest { Filter = All() })).Batches.ShouldHaveSingleItem();
        (batch.Batch.Position, batch.SourceName, batch.States.Single().Changes).ShouldBe((2, "contoh.csv", 2));
        (await _failed.CountFailedChangesAsync(new CountFailedChangesRequest { Filter = All() })).Codes.Select(c => (c.Code, c.Changes))
            .ShouldBe([("NIK_TAKEN", 1), ("VOTER_NOT_REGISTERED", 1)]);

        var shown = await _failed.GetFailedBatchAsync(new GetFailedBatchRequest { Batch = batch.Batch }, new Metadata { { "accept-language", "en" } });
        shown.Changes.Select(c => (c.State, c.Violations[^1].Code)).ShouldBe([(FailedState.Parked, "NIK_TAKEN"), (FailedState.Parked, "VOTER_NOT_REGISTERED")]);
        shown.Changes[0].Texts[^1].ShouldStartWith("The new NIK belongs to another");
        shown.Changes[0].Change.VoterNikChange.OldNik.ShouldBe(VoterExamples.NikOf(1));
        (await TrailAsync()).ShouldBe(["GetFailedBatch"]);
    }

    [Fact]
    public async Task Show_ToAReaderWithoutAGrantForFullRecords_IsMasked()
    {
        var reader = await ClientAsync("5201", Role.Integrator);
        var shown = await reader.GetFailedBatchAsync(new GetFailedBatchRequest { Batch = Batch });
        shown.Changes[0].Change.VoterNikChange.OldNik.ShouldBe(Nik.Parse(VoterExamples.NikOf(1)).ToString());
    }

    [Fact]
    public async Task PreviewThenReplay_CarriesOutWhatWasPreviewed()
    {
        var preview = await AllOf(_failed.PreviewReplay(new PreviewReplayRequest { Filter = All() }).ResponseStream);
        var changes = preview.SelectMany(p => p.Changes).ToList();
        changes.Select(c => c.Status).ShouldBe([OutcomeStatus.Applied, OutcomeStatus.Rejected]);
        changes[0].Differences.ShouldContain(d => d.Field == "nik" && d.Before == VoterExamples.NikOf(1) && d.After == VoterExamples.NikOf(2));

        var moves = await AllOf(_failed.Replay(ReplayOf(All(), confirmed: 2)).ResponseStream);
        moves[^1].Job.State.ShouldBe(FailedJobState.Done);
        (moves[^1].Job.Counts.Applied, moves[^1].Job.Counts.Rejected).ShouldBe((1, 1));
        (await AllOf(_failed.Replay(ReplayOf(All(), confirmed: 2)).ResponseStream)).Single().Job.ShouldBe(moves[^1].Job);
        (await AllOf(_failed.WatchFailedJob(new WatchFailedJobRequest { JobId = Request }).ResponseStream)).Single().Job.ShouldBe(moves[^1].Job);
        (await _failed.ListFailedJobsAsync(new ListFailedJobsRequest { Range = "P52" })).Jobs.Single().ShouldBe(moves[^1].Job);
        (await _failed.StopFailedJobAsync(new StopFailedJobRequest { JobId = Request })).Job.State.ShouldBe(FailedJobState.Done);
    }

    [Fact]
    public async Task Discard_Named_GivesItUpForGood()
    {
        var filter = All();
        filter.Batches.Add(Batch);
        filter.Indexes.Add(1);
        var request = new DiscardRequest { Filter = filter, Reason = "salah kirim", RequestId = Request };
        (await AllOf(_failed.Discard(request).ResponseStream))[^1].Job.ChangesDone.ShouldBe(1);
        (await _failed.GetFailedBatchAsync(new GetFailedBatchRequest { Batch = Batch })).Changes.Select(c => c.State).ShouldBe([FailedState.Parked, FailedState.Discarded]);
        var lost = await RefusedAsync(() => AllOf(_failed.Replay(new ReplayRequest { Filter = filter, Reason = "x", RequestId = Guid.NewGuid().ToString("D") }).ResponseStream),
            StatusCode.FailedPrecondition, "FAILED_SELECTION_EMPTY");
        lost.Info().Metadata["state"].ShouldBe("DISCARDED");
    }

    [Fact]
    public async Task Refusals_HaveTheStatusThatTheContractNames()
    {
        var elsewhere = await ClientAsync("P51", Role.Administrator);
        var office = await ClientAsync("5201", Role.OfficeOperator);
        var request = new GetFailedBatchRequest { Batch = Batch };
        await RefusedAsync(() => elsewhere.GetFailedBatchAsync(request).ResponseAsync, StatusCode.PermissionDenied, "RANGE_NOT_GRANTED");
        await RefusedAsync(() => elsewhere.ListFailedBatchesAsync(new ListFailedBatchesRequest { Filter = All() }).ResponseAsync, StatusCode.PermissionDenied, "RANGE_NOT_GRANTED");
        await RefusedAsync(() => AllOf(elsewhere.Replay(ReplayOf(All(), 2)).ResponseStream), StatusCode.PermissionDenied, "OFFICE_NOT_GRANTED");
        await RefusedAsync(() => AllOf(office.Replay(ReplayOf(All(), 2)).ResponseStream), StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await RefusedAsync(() => AllOf(office.PreviewReplay(new PreviewReplayRequest { Filter = All() }).ResponseStream), StatusCode.PermissionDenied, "ROLE_NOT_ALLOWED");
        await RefusedAsync(() => AllOf(_failed.Replay(ReplayOf(All(), confirmed: 3)).ResponseStream), StatusCode.FailedPrecondition, "FAILED_SELECTION_CHANGED");
        request.Batch = new FailedBatchRef { OfficeCode = "5201", Position = 1 };
        await RefusedAsync(() => _failed.GetFailedBatchAsync(request).ResponseAsync, StatusCode.NotFound, "FAILED_BATCH_NOT_FOUND");
        await RefusedAsync(() => AllOf(_failed.WatchFailedJob(new WatchFailedJobRequest { JobId = Request }).ResponseStream), StatusCode.NotFound, "FAILED_JOB_NOT_FOUND");
    }

    private async Task<IEnumerable<string>> TrailAsync() =>
        (await _server.Services.GetRequiredService<AccessTrailStore>().ListAsync("P52", 100, default)).OrderBy(r => r.Id).Select(r => r.Call);

    private static FailedBatchRef Batch => new() { OfficeCode = "5201", Position = 2 };

    private static FailedFilter All() => new() { Range = "5201" };

    private static ReplayRequest ReplayOf(FailedFilter filter, long confirmed) =>
        new() { Filter = filter, Reason = "nomor sudah bebas", RequestId = Request, ConfirmedChanges = confirmed };

    private static async Task<List<T>> AllOf<T>(IAsyncStreamReader<T> stream)
    {
        var all = new List<T>();
        await foreach (var item in stream.ReadAllAsync())
            all.Add(item);
        return all;
    }

    private async Task<FailedBatchService.FailedBatchServiceClient> ClientAsync(string office, Role role) =>
        new(_server.InvokerFor(await _server.IssueTokenAsync(office, role)));

    private async Task PushAsync(long sequence, params Change[] changes) => await _server.ClientFor(await _server.IssueTokenAsync("5201"))
        .PushBatchAsync(new PushBatchRequest { Batch = BatchExamples.With(sequence, BatchExamples.Producer, "5201", changes) });

    private static async Task<RpcException> RefusedAsync(Func<Task> call, StatusCode status, string reason)
    {
        var refused = await Should.ThrowAsync<RpcException>(call);
        (refused.StatusCode, refused.Info().Reason).ShouldBe((status, reason));
        return refused;
    }
}
