using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Grpc.Net.Client;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

public sealed class TlsTests
{
    [Fact]
    public async Task Call_OverTls_MeetsTheConfiguredCertificate()
    {
        using var folder = new TemporaryFolder();
        using var certificate = NewCertificate();
        var file = Path.Combine(folder.Path, "server.pfx");
        await File.WriteAllBytesAsync(file, certificate.Export(X509ContentType.Pkcs12, "rahasia"));
        await using var server = await TestServer.StartAsync(new TestServerOptions
        {
            Settings = new Dictionary<string, string>
            {
                ["Grpc"] = "https://127.0.0.1:0",
                ["Kestrel:Certificates:Default:Path"] = file,
                ["Kestrel:Certificates:Default:Password"] = "rahasia",
            },
        });
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, remote, _, _) => remote?.GetCertHashString() == certificate.GetCertHashString(),
            },
        };
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { HttpHandler = handler });

        var response = await new SyncService.SyncServiceClient(channel).OpenProducerAsync(
            new OpenProducerRequest { OfficeCode = "5201", ProducerId = Guid.NewGuid().ToString() },
            new Grpc.Core.Metadata { { "authorization", $"Bearer {await server.IssueTokenAsync("5201")}" } });

        server.Address.ShouldStartWith("https://");
        response.NextSequence.ShouldBe(1);
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }
}
