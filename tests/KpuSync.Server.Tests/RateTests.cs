using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

public sealed class RateTests
{
    [Fact]
    public async Task Calls_OverTheOfficesBurst_AreRefusedWithATimeToWait()
    {
        await using var server = await StartAsync(("Limits:CallsPerOfficeBurst", "2"), ("Limits:CallsPerOfficePerSecond", "1"));
        var client = server.ClientFor(await server.IssueTokenAsync("5201"));
        var opening = Opening("5201");

        var refusal = await Should.ThrowAsync<RpcException>(async () =>
        {
            // Far faster than one a second, however slow the machine is.
            for (var i = 0; i < 50; i++)
                await client.OpenProducerAsync(opening);
        });

        refusal.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        refusal.Reason().ShouldBe("RATE_LIMITED");
        refusal.RetryDelay().ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Calls_TooManyAtATime_AreRefusedForThatOfficeAlone()
    {
        await using var server = await StartAsync(("Limits:CallsPerOfficeMax", "1"));
        var client = server.ClientFor(await server.IssueTokenAsync("5201"));
        using var stream = client.Push();
        await stream.RequestStream.WriteAsync(new PushRequest { Batch = new Batches("5201").Next() });
        (await stream.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();

        var refusal = await Should.ThrowAsync<RpcException>(() => client.OpenProducerAsync(Opening("5201")).ResponseAsync);
        var neighbour = await server.ClientFor(await server.IssueTokenAsync("5202")).OpenProducerAsync(Opening("5202"));

        refusal.Reason().ShouldBe("RATE_LIMITED");
        neighbour.NextSequence.ShouldBe(1);
    }

    [Fact]
    public async Task Push_FasterThanTheRate_IsSlowedDownAndNotEnded()
    {
        await using var server = await StartAsync(("Limits:CallsPerOfficeBurst", "5"), ("Limits:CallsPerOfficePerSecond", "20"));
        var batches = new Batches("5201");

        var receipts = await PushTests.PushAsync(server.ClientFor(await server.IssueTokenAsync("5201")), Enumerable.Range(0, 15).Select(_ => batches.Next()));

        receipts.Count.ShouldBe(15);
    }

    [Fact]
    public async Task Push_Idle_IsEndedWithoutAnError()
    {
        await using var server = await StartAsync(("Limits:PushIdleTimeout", "00:00:00.200"));
        using var stream = server.ClientFor(await server.IssueTokenAsync("5201")).Push();

        var more = await stream.ResponseStream.MoveNext(CancellationToken.None);

        more.ShouldBeFalse();
        stream.GetStatus().StatusCode.ShouldBe(StatusCode.OK);
    }

    private static OpenProducerRequest Opening(string office) => new() { OfficeCode = office, ProducerId = Guid.NewGuid().ToString() };

    private static Task<TestServer> StartAsync(params (string Key, string Value)[] settings) =>
        TestServer.StartAsync(new TestServerOptions { Settings = settings.ToDictionary(pair => pair.Key, pair => pair.Value) });
}
