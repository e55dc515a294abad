using System.Net;
using KpuSync.Server.Hosting;
using KpuSync.TestKit.Servers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace KpuSync.Server.Tests;

/// <summary>A server that starts before its database.</summary>
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
        await using var database = new LateForwarder(connection.Port);
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
        var (app, health) = Build($"Host=127.0.0.1;Port={LateForwarder.FreePort()};Database=kpusync;Username=kpusync");
        await using var _ = app;

        var preparing = app.Services.GetRequiredService<DatabaseWait>().PrepareAsync(stop.Token);
        await UntilAnsweredAsync(health);
        await stop.CancelAsync();

        (await preparing).ShouldBeFalse();
    }

    private static (WebApplication App, string Health) Build(string connection)
    {
        var health = $"http://127.0.0.1:{LateForwarder.FreePort()}";
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
