using System.Net;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Reflection.V1Alpha;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

/// <summary>What is answered without a credential: health, and the contract by reflection.</summary>
public sealed class OpenEndpointTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_OverHttp_IsHealthy(string path)
    {
        using var http = new HttpClient();

        using var response = await http.GetAsync(new Uri(_server.HttpAddress + path));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("Healthy");
    }

    [Fact]
    public async Task Health_OverGrpc_IsServing()
    {
        var response = await new Health.HealthClient(_server.Channel).CheckAsync(new HealthCheckRequest());

        response.Status.ShouldBe(HealthCheckResponse.Types.ServingStatus.Serving);
    }

    [Fact]
    public async Task Reflection_ListsTheServices()
    {
        using var call = new ServerReflection.ServerReflectionClient(_server.Channel).ServerReflectionInfo();
        await call.RequestStream.WriteAsync(new ServerReflectionRequest { ListServices = "" });
        await call.RequestStream.CompleteAsync();

        var answers = await call.ResponseStream.ReadAllAsync().ToListAsync();

        answers.ShouldHaveSingleItem().ListServicesResponse.Service.Select(service => service.Name).ShouldContain("kpu.sync.v1.SyncService");
    }
}
