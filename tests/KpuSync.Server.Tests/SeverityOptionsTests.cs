using KpuSync.TestKit.Servers;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Tests;

public class SeverityOptionsTests
{
    [Fact]
    public async Task Start_SeverityThatCannotBe_IsRefusedAndNamed()
    {
        var refused = await Should.ThrowAsync<OptionsValidationException>(() => StartAsync("NIK_MALFORMED"));

        refused.Message.ShouldContain("KpuSync:Rules:Severities:NIK_MALFORMED is 'warning'");
        refused.Message.ShouldContain("Aturan ini selalu `error`");
    }

    [Fact]
    public async Task Push_SeverityChanged_IsInTheReceipt()
    {
        await using var server = await StartAsync("VOTER_OVER_100_UNVERIFIED");
        var client = server.ClientFor(await server.IssueTokenAsync("5201"));

        var response = await client.PushBatchAsync(new() { Batch = new Batches("5201").Next(1) });

        response.Envelope.Receipt.RuleSetVersion.ShouldEndWith("+VOTER_OVER_100_UNVERIFIED=warning");
    }

    private static Task<TestServer> StartAsync(string code) =>
        TestServer.StartAsync(new TestServerOptions { Settings = new Dictionary<string, string> { [$"Rules:Severities:{code}"] = "warning" } });
}
