using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Rules.Values;
using KpuSync.Server.Access;
using KpuSync.Server.Hosting;
using KpuSync.TestKit.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KpuSync.Server.Tests;

/// <summary>A server that starts before its database, or outlives it.</summary>
public sealed class DatabaseWaitTests : IAsyncDisposable
{
    private readonly PostgresDatabases _databases = new();
    private readonly HttpClient _http = new();

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _databases.DisposeAsync();
    }

    [Fact]
    public async Task Prepare_DatabaseThatComesUpLater_IsLiveButNotReadyUntilThen()
    {
        var connection = new NpgsqlConnectionStringBuilder(await _databases.MigratedAsync());
        await using var database = new Forwarder(connection.Port);
        var (app, health) = Build(new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Port = database.Port }.ConnectionString);
        await using var _ = app;

        var preparing = app.Services.GetRequiredService<DatabaseWait>().PrepareAsync(default);
        await UntilAnsweredAsync(health);
        var (live, ready) = (await StatusAsync(health, "live"), await StatusAsync(health, "ready"));
        preparing.IsCompleted.ShouldBeFalse();
        database.Start();
        (await preparing).ShouldBeTrue();
        await app.StartAsync();

        (live, ready).ShouldBe((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable));
        (await StatusAsync(health, "ready")).ShouldBe(HttpStatusCode.OK);
        await app.StopAsync();
    }

    [Fact]
    public async Task Prepare_ToldToStopWhileItWaits_GivesUpQuietly()
    {
        using var stop = new CancellationTokenSource();
        var (app, health) = Build($"Host=127.0.0.1;Port={Forwarder.FreePort()};Database=kpusync;Username=kpusync");
        await using var _ = app;

        var preparing = app.Services.GetRequiredService<DatabaseWait>().PrepareAsync(stop.Token);
        await UntilAnsweredAsync(health);
        await stop.CancelAsync();

        (await preparing).ShouldBeFalse();
    }

    // Before, EF Core gave a lost connection out as a bug, and callers were told not to try again.
    [Fact]
    public async Task Call_WhileTheDatabaseIsGone_IsUnavailableAndWorksAgainAfterwards()
    {
        var connection = new NpgsqlConnectionStringBuilder(await _databases.MigratedAsync());
        await using var database = new Forwarder(connection.Port);
        database.Start();
        var (app, _) = Build(new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Port = database.Port }.ConnectionString);
        await using var disposed = app;
        await app.Services.GetRequiredService<DatabaseWait>().PrepareAsync(default);
        await app.StartAsync();
        var credential = await app.Services.GetRequiredService<CredentialIssuer>()
            .IssueAsync(OfficeCode.Parse("5201"), Role.OfficeOperator, null, TimeSpan.FromDays(1), "test", default);
        using var channel = GrpcChannel.ForAddress(app.Services.GetRequiredService<ServerAddresses>().Grpc);
        async Task<ListHoldsResponse> ListAsync() => await new HoldService.HoldServiceClient(channel)
            .ListHoldsAsync(new ListHoldsRequest { OfficeCode = "5201" }, new Metadata { { "authorization", $"Bearer {credential.Text}" } });

        await ListAsync();
        await database.StopAsync();
        var refusal = await Should.ThrowAsync<RpcException>(ListAsync);
        database.Start();

        (refusal.StatusCode, refusal.Reason()).ShouldBe((StatusCode.Unavailable, "STORAGE_UNAVAILABLE"));
        await ListAsync();
        await app.StopAsync();
    }

    private static (WebApplication App, string Health) Build(string connection)
    {
        var health = $"http://127.0.0.1:{Forwarder.FreePort()}";
        var app = ServerHost.Build(new Dictionary<string, string?>(ServerDatabases.SettingsFor(connection))
        {
            ["KpuSync:Grpc"] = "http://127.0.0.1:0",
            ["KpuSync:Http"] = health,
            ["KpuSync:Console:Address"] = "",
            ["Logging:LogLevel:Default"] = "Error",
        });
        return (app, health);
    }

    private async Task UntilAnsweredAsync(string health)
    {
        while (true)
        {
            try
            {
                await StatusAsync(health, "live");
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }

    private async Task<HttpStatusCode> StatusAsync(string health, string what)
    {
        using var answer = await _http.GetAsync(new Uri($"{health}/health/{what}"));
        return answer.StatusCode;
    }
}
