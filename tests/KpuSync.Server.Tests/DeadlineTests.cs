using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Servers;
using KpuSync.TestKit.Stores;

namespace KpuSync.Server.Tests;

public sealed class DeadlineTests
{
    [Fact]
    public async Task PushBatch_DatabaseLockedPastTheServersDeadline_EndsWithoutADeadlineOfTheCaller()
    {
        await using var server = await TestServer.StartAsync(
            new TestServerOptions { Settings = new Dictionary<string, string> { ["Limits:UnaryDeadline"] = "00:00:00.300" } });
        var client = server.ClientFor(await server.IssueTokenAsync("5201"));
        var batch = new Batches("5201").Next();
        await using (var other = await ServerDatabases.OpenAsync(server.DataPath))
        {
            await using var transaction = await other.BeginTransactionAsync();
            await using var locking = other.CreateCommand();
            locking.CommandText = TestDatabases.IsPostgres ? "LOCK TABLE ledger_head" : "DELETE FROM ledger_head";
            locking.Transaction = transaction;
            await locking.ExecuteNonQueryAsync();

            var refusal = await Should.ThrowAsync<RpcException>(() => client.PushBatchAsync(new PushBatchRequest { Batch = batch }).ResponseAsync);

            refusal.StatusCode.ShouldBe(StatusCode.DeadlineExceeded);
        }

        // The outcome was unknown to the caller; sending the same again settles it.
        PushBatchResponse? response = null;
        while (response is null)
        {
            try
            {
                response = await client.PushBatchAsync(new PushBatchRequest { Batch = batch });
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.DeadlineExceeded)
            {
            }
        }

        response.Envelope.Receipt.Position.ShouldBe(1);
    }
}
