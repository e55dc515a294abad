using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Server.Access;
using KpuSync.Server.Configuration;
using KpuSync.Storage.Access;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Tests;

public sealed class CredentialTests : IClassFixture<SharedServer>
{
    private readonly TestServer _server;

    public CredentialTests(SharedServer shared) => _server = shared.Server;

    [Fact]
    public async Task Call_GoodCredential_IsAnswered()
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("5201"));

        var response = await client.OpenProducerAsync(Opening("5201"));

        response.NextSequence.ShouldBe(1);
    }

    [Fact]
    public async Task Call_NoCredential_IsRefused() => (await RefusalAsync(null)).Reason().ShouldBe("CREDENTIAL_MISSING");

    [Theory]
    [InlineData("")]
    [InlineData("not-a-jwt")]
    [InlineData("a.b.c")]
    public async Task Call_MalformedCredential_IsRefused(string text) => (await RefusalAsync(text)).Reason().ShouldBe("CREDENTIAL_INVALID");

    [Fact]
    public async Task Call_ExpiredCredential_IsRefused()
    {
        var expired = await _server.IssueTokenAsync("5201", lifetime: TimeSpan.FromSeconds(-1));

        (await RefusalAsync(expired)).Reason().ShouldBe("CREDENTIAL_EXPIRED");
    }

    [Fact]
    public async Task Call_RevokedCredential_IsRefusedFromTheNextCallOn()
    {
        var issued = await _server.IssueAsync("5201");
        await _server.ClientFor(issued.Text).OpenProducerAsync(Opening("5201"));

        await RevokeAsync(issued.Id);

        (await RefusalAsync(issued.Text)).Reason().ShouldBe("CREDENTIAL_REVOKED");
    }

    [Fact]
    public async Task Call_ForgedCredential_IsRefused()
    {
        // The same claims, signed by another server's key.
        await using var forger = await TestServer.StartAsync();
        var forged = await forger.IssueTokenAsync("5201");

        (await RefusalAsync(forged)).Reason().ShouldBe("CREDENTIAL_INVALID");
    }

    [Fact]
    public async Task Call_AlteredCredential_IsRefused()
    {
        var parts = (await _server.IssueTokenAsync("5201")).Split('.');
        var claims = System.Text.Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(parts[1])).Replace("5201", "5202", StringComparison.Ordinal);
        parts[1] = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(claims));

        (await RefusalAsync(string.Join('.', parts))).Reason().ShouldBe("CREDENTIAL_INVALID");
    }

    [Fact]
    public async Task Call_UnsignedCredential_IsRefused()
    {
        var claims = (await _server.IssueTokenAsync("5201")).Split('.')[1];
        var header = System.Buffers.Text.Base64Url.EncodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}"u8);

        (await RefusalAsync($"{header}.{claims}.")).Reason().ShouldBe("CREDENTIAL_INVALID");
    }

    [Fact]
    public async Task Call_CredentialOfAnotherDeployment_IsRefused()
    {
        var services = _server.Services;
        var other = new CredentialIssuer(
            services.GetRequiredService<SigningKeys>(),
            services.GetRequiredService<CredentialStore>(),
            Options.Create(new ServerOptions { Deployment = "production" }),
            TimeProvider.System);
        var issued = await other.IssueAsync(Rules.Values.OfficeCode.Parse("5201"), Role.OfficeOperator, party: null, TimeSpan.FromDays(1), "", CancellationToken.None);

        (await RefusalAsync(issued.Text)).Reason().ShouldBe("CREDENTIAL_INVALID");
    }

    [Fact]
    public async Task Call_RefusedCredential_IsUnauthenticatedWithTextInBothLanguages()
    {
        var indonesian = await RefusalAsync(null);
        var english = await RefusalAsync(null, "en-GB, id;q=0.5");

        indonesian.StatusCode.ShouldBe(StatusCode.Unauthenticated);
        indonesian.Info().Domain.ShouldBe("kpusync");
        indonesian.Text().Locale.ShouldBe("id");
        indonesian.Text().Message.ShouldStartWith("Permintaan ini tanpa kredensial");
        english.Text().Locale.ShouldBe("en");
        english.Text().Message.ShouldStartWith("The call has no credential");
    }

    [Fact]
    public async Task Push_CredentialRevokedInMidStream_EndsTheStreamAfterTheEarlierReceipts()
    {
        var issued = await _server.IssueAsync("5201");
        var batches = new Batches("5201");
        using var call = _server.ClientFor(issued.Text).Push();
        await call.RequestStream.WriteAsync(new PushRequest { Batch = batches.Next() });
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();

        await RevokeAsync(issued.Id);
        await call.RequestStream.WriteAsync(new PushRequest { Batch = batches.Next() });

        var refusal = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));
        refusal.Reason().ShouldBe("CREDENTIAL_REVOKED");
    }

    private static OpenProducerRequest Opening(string office) => new() { OfficeCode = office, ProducerId = Guid.NewGuid().ToString() };

    private Task<int> RevokeAsync(string id) => _server.Services.GetRequiredService<CredentialStore>().RevokeAsync(id, null, TimeProvider.System.GetUtcNow(), CancellationToken.None);

    private Task<RpcException> RefusalAsync(string? token, string? language = null) =>
        Should.ThrowAsync<RpcException>(() => _server.ClientFor(token, language).OpenProducerAsync(Opening("5201")).ResponseAsync);
}
