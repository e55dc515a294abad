using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

public sealed class DrainTests
{
    [Fact]
    public async Task Stop_InMidStream_AcknowledgesWhatItTookInAndSaysWhy()
    {
        using var folder = new TemporaryFolder();
        var ends = new CallEnds();
        var options = new TestServerOptions { DataPath = Path.Combine(folder.Path, "kpusync.db"), Services = ends.Watch };
        var batches = new Batches("5201");
        int receipts;

        await using (var server = await TestServer.StartAsync(options))
        {
            using var call = server.ClientFor(await server.IssueTokenAsync("5201")).Push();
            for (var i = 0; i < 10; i++)
                await call.RequestStream.WriteAsync(new PushRequest { Batch = batches.Next(100) });
            (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();

            var stopping = server.StopAsync();
            receipts = 1 + await CountToEndAsync(call.ResponseStream);
            await stopping;
        }

        // What the server said is asked of the server: on a busy machine .NET's client sometimes sees the connection close before it has read
        // the last responses and the status, and then knows fewer receipts than there are, never more.
        var end = ends.Single();
        (end.Error.StatusCode, end.Error.Reason()).ShouldBe((StatusCode.Unavailable, "SERVER_STOPPING"));
        receipts.ShouldBeLessThanOrEqualTo(end.Responses);

        await using var again = await TestServer.StartAsync(options with { Services = null });
        var opened = await again.ClientFor(await again.IssueTokenAsync("5201"))
            .OpenProducerAsync(new OpenProducerRequest { OfficeCode = "5201", ProducerId = batches.ProducerId });
        opened.NextSequence.ShouldBe(end.Responses + 1);
    }

    [Fact]
    public async Task Stop_WhileAPullFollows_EndsIt()
    {
        await using var server = await TestServer.StartAsync();
        using var call = server.ClientFor(await server.IssueTokenAsync("5201")).Pull(new PullRequest { OfficeCode = "5201", Follow = true });
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        call.ResponseStream.Current.CaughtUp.ShouldBeTrue();

        var stopping = server.StopAsync();
        var end = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        await stopping;

        end.Reason().ShouldBe("SERVER_STOPPING");
    }

    private static async Task<int> CountToEndAsync(IAsyncStreamReader<PushResponse> responses)
    {
        var count = 0;
        await Should.ThrowAsync<RpcException>(async () =>
        {
            while (await responses.MoveNext(CancellationToken.None))
                count++;
        });
        return count;
    }
}
