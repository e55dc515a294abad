using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Server.Configuration;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

public sealed class MessageSizeTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private static readonly LimitOptions Limits = new();

    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task PushBatch_BatchOverItsLimit_NamesLimitAndActual()
    {
        var batch = Sized(Limits.BatchBytesMax + 1_000);

        var refusal = await RefusalAsync(await ClientAsync(), batch);

        refusal.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        refusal.Reason().ShouldBe("BATCH_TOO_LARGE");
        refusal.Info().Metadata["limit"].ShouldBe($"{Limits.BatchBytesMax}");
        refusal.Info().Metadata["actual"].ShouldBe($"{batch.CalculateSize()}");
    }

    [Fact]
    public async Task PushBatch_MessageOverTheTransportLimit_NamesLimitAndActual()
    {
        var batch = Sized(Limits.MessageBytesMax + 1_000);

        var refusal = await RefusalAsync(await ClientAsync(), batch);

        refusal.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        refusal.Reason().ShouldBe("BATCH_TOO_LARGE");
        refusal.Info().Metadata["limit"].ShouldBe($"{Limits.MessageBytesMax}");
        refusal.Info().Metadata["actual"].ShouldBe($"{new PushBatchRequest { Batch = batch }.CalculateSize()}");
    }

    [Fact]
    public async Task Push_MessageOverTheTransportLimit_EndsAfterTheEarlierReceipts()
    {
        var batches = new Batches("5201");
        using var call = (await ClientAsync()).Push();
        await call.RequestStream.WriteAsync(new PushRequest { Batch = batches.Next() });
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();

        var sending = call.RequestStream.WriteAsync(new PushRequest { Batch = Sized(Limits.MessageBytesMax + 1_000) });
        var refusal = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        await sending.ContinueWith(_ => { }, TaskScheduler.Default);

        refusal.Reason().ShouldBe("BATCH_TOO_LARGE");
        refusal.Info().Metadata["limit"].ShouldBe($"{Limits.MessageBytesMax}");
        long.Parse(refusal.Info().Metadata["actual"], null).ShouldBeGreaterThan(Limits.MessageBytesMax);
    }

    [Fact]
    public async Task PushBatch_SmallMessageThatUnpacksToMore_IsRefused()
    {
        // 8 MB of one letter: some kilobytes on the line.
        var refusal = await Should.ThrowAsync<RpcException>(async () => await (await ClientAsync()).PushBatchAsync(
            new PushBatchRequest { Batch = Sized(2 * Limits.MessageBytesMax) }, Gzip));

        refusal.Reason().ShouldBe("BATCH_TOO_LARGE");
        refusal.Info().Metadata["limit"].ShouldBe($"{Limits.MessageBytesMax}");
    }

    [Fact]
    public async Task PushBatch_Compressed_IsTaken()
    {
        var response = await (await ClientAsync()).PushBatchAsync(new PushBatchRequest { Batch = new Batches("5201").Next(500) }, Gzip);

        response.Envelope.Receipt.Counts.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(new byte[] { 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF })]     // Not protobuf.
    [InlineData(new byte[] { 1, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF })]     // Said to be compressed, and is not.
    public async Task PushBatch_UnreadableMessage_IsTheCallersFault(byte[] body)
    {
        using var http = new HttpClient { DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        using var request = new HttpRequestMessage(HttpMethod.Post, _server.Address + "/kpu.sync.v1.SyncService/PushBatch")
        {
            Version = new Version(2, 0),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Headers.Authorization = new("Bearer", await _server.IssueTokenAsync("5201"));
        request.Headers.Add("grpc-encoding", "gzip");
        request.Headers.TE.Add(new("trailers"));
        request.Content.Headers.ContentType = new("application/grpc");

        using var response = await http.SendAsync(request);
        await response.Content.ReadAsByteArrayAsync();

        var status = response.Headers.Concat(response.TrailingHeaders).First(header => header.Key == "grpc-status").Value.Single();
        status.ShouldBe($"{(int)StatusCode.InvalidArgument}");
    }

    [Fact]
    public async Task Pull_LargeLedger_StaysUnderWhatClientsAccept()
    {
        // gRPC clients refuse messages over 4 MiB unless they are told otherwise.
        var client = _server.ClientFor(await _server.IssueTokenAsync("5207"));
        var batches = new Batches("5207");
        await PushTests.PushAsync(client, Enumerable.Range(0, 24).Select(_ => WithLongNotes(batches.Next(1_000))));

        var entries = await PushTests.PullAsync(client, "5207");

        // The scanner may have written a notice of its own by now.
        entries.Count(entry => entry.Batch is not null).ShouldBe(24);
    }

    private static CallOptions Gzip => new(new Metadata { { "grpc-internal-encoding-request", "gzip" } });

    // One batch of about this many bytes; the address is too long, but its size is judged first.
    private static Batch Sized(int bytes)
    {
        var batch = new Batches("5201").Next();
        batch.Changes[0].VoterUpsert.Voter.Address = new string('A', bytes - batch.CalculateSize());
        return batch;
    }

    private static Batch WithLongNotes(Batch batch)
    {
        foreach (var change in batch.Changes)
            (change.VoterUpsert.Voter.Address, change.VoterUpsert.Voter.Source) = (new string('A', 200), new string('B', 100));
        return batch;
    }

    private async Task<SyncService.SyncServiceClient> ClientAsync() => _server.ClientFor(await _server.IssueTokenAsync("5201"));

    private static Task<RpcException> RefusalAsync(SyncService.SyncServiceClient client, Batch batch) =>
        Should.ThrowAsync<RpcException>(() => client.PushBatchAsync(new PushBatchRequest { Batch = batch }).ResponseAsync);
}
