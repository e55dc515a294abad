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
        var options = new TestServerOptions { DataPath = Path.Combine(folder.Path, "kpusync.db") };
        var batches = new Batches("5201");
        int receipts;

        // On a busy machine .NET's client sometimes sees the connection close (GOAWAY without an error) before it has read the status that came first.
        // It then knows fewer receipts than there are, never more, and asks OpenProducer.
        bool isTold;
        await using (var server = await TestServer.StartAsync(options))
        {
            using var call = server.ClientFor(await server.IssueTokenAsync("5201")).Push();
            for (var i = 0; i < 10; i++)
                await call.RequestStream.WriteAsync(new PushRequest { Batch = batches.Next(100) });
            (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();

            var stopping = server.StopAsync();
            (receipts, var end) = await ReadToEndAsync(call.ResponseStream);
            await stopping;

            receipts++;
            isTold = end.StatusCode is StatusCode.Unavailable;
            if (isTold)
                end.Reason().ShouldBe("SERVER_STOPPING");
            else
                (end.StatusCode, end.Status.Detail.Contains("NO_ERROR", StringComparison.Ordinal)).ShouldBe((StatusCode.Internal, true), end.ToString());
        }

        await using var again = await TestServer.StartAsync(options);
        var opened = await again.ClientFor(await again.IssueTokenAsync("5201"))
            .OpenProducerAsync(new OpenProducerRequest { OfficeCode = "5201", ProducerId = batches.ProducerId });
        if (isTold)
            opened.NextSequence.ShouldBe(receipts + 1);
        else
            opened.NextSequence.ShouldBeGreaterThan(receipts);
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

    private static async Task<(int Receipts, RpcException End)> ReadToEndAsync(IAsyncStreamReader<PushResponse> responses)
    {
        var receipts = 0;
        try
        {
            while (await responses.MoveNext(CancellationToken.None))
                receipts++;
        }
        catch (RpcException end)
        {
            return (receipts, end);
        }

        throw new InvalidOperationException("The stream ended without a reason.");
    }
}
