using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

/// <summary>Sync tokens that cannot be used, over gRPC: each is refused with its own reason, and nothing is read.</summary>
public sealed class SyncTokenTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private const string Office = "5204";

    private readonly TestServer _server = shared.Server;

    [Theory]
    [InlineData("malformed", "TOKEN_MALFORMED")]
    [InlineData("forged", "TOKEN_UNREADABLE")]
    [InlineData("another office's", "TOKEN_OTHER_OFFICE")]
    [InlineData("a producer's", "TOKEN_OTHER_OFFICE")]
    public async Task Pull_TokenThatCannotBeUsed_IsRefusedWithItsReason(string kind, string reason)
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync(Office));
        var own = await TokenOfAsync(client, Office);
        var token = kind switch
        {
            "malformed" => "not a token",
            "forged" => Altered(own),
            "another office's" => await TokenOfAsync(_server.ClientFor(await _server.IssueTokenAsync("5205")), "5205"),
            _ => (await PushAsync(client, new Batches(Office))).Token,
        };

        var refusal = await Should.ThrowAsync<RpcException>(() => ReadAsync(client, Office, token));

        (refusal.StatusCode, refusal.Reason()).ShouldBe((StatusCode.InvalidArgument, reason));
    }

    [Theory]
    [InlineData("malformed", "TOKEN_MALFORMED")]
    [InlineData("forged", "TOKEN_UNREADABLE")]
    [InlineData("another producer's", "TOKEN_OTHER_OFFICE")]
    public async Task OpenProducer_TokenThatCannotBeUsed_IsRefusedWithItsReason(string kind, string reason)
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync(Office));
        var receipt = await PushAsync(client, new Batches(Office));
        var request = new OpenProducerRequest
        {
            OfficeCode = Office,
            ProducerId = receipt.ProducerId,
            LastSequence = 1,
            LastChainHash = receipt.ChainHash,
            Token = kind switch
            {
                "malformed" => "not a token",
                "forged" => Altered(receipt.Token),
                _ => (await PushAsync(client, new Batches(Office))).Token,
            },
        };

        var refusal = await Should.ThrowAsync<RpcException>(async () => await client.OpenProducerAsync(request));

        (refusal.StatusCode, refusal.Reason()).ShouldBe((StatusCode.InvalidArgument, reason));
    }

    private static async Task<Receipt> PushAsync(SyncService.SyncServiceClient client, Batches batches) =>
        (await client.PushBatchAsync(new PushBatchRequest { Batch = batches.Next() })).Envelope.Receipt;

    private static async Task<string> TokenOfAsync(SyncService.SyncServiceClient client, string office) => await ReadAsync(client, office, "");

    private static async Task<string> ReadAsync(SyncService.SyncServiceClient client, string office, string token)
    {
        using var call = client.Pull(new PullRequest { OfficeCode = office, Token = token });
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            token = call.ResponseStream.Current.Token;
        return token;
    }

    // One character in the middle: still of the right form.
    private static string Altered(string token)
    {
        var at = token.Length / 2;
        return token[..at] + (token[at] == 'x' ? 'y' : 'x') + token[(at + 1)..];
    }
}
