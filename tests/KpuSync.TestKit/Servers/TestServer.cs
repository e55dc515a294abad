using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Rules.Values;
using KpuSync.Server.Access;
using KpuSync.Server.Hosting;
using KpuSync.Storage.Sqlite;
using KpuSync.TestKit.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KpuSync.TestKit.Servers;

/// <summary>A whole server in this process: real Kestrel on a port of the system's choice, a real database (<see cref="TestDatabases"/>).</summary>
/// <example><code>
/// await using var server = await TestServer.StartAsync();
/// var client = server.ClientFor(await server.IssueTokenAsync("5201"));
/// </code></example>
public sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _folder;
    private GrpcChannel? _channel;

    private TestServer(WebApplication app, string dataPath, string? folder)
    {
        _app = app;
        _folder = folder;
        DataPath = dataPath;
    }

    /// <summary>Where gRPC listens, for example <c>http://127.0.0.1:40123</c>.</summary>
    public string Address => Services.GetRequiredService<ServerAddresses>().Grpc;

    /// <summary>Where health is asked for.</summary>
    public string HttpAddress => Services.GetRequiredService<ServerAddresses>().Http;

    /// <summary>The SQLite file, or what stands for the database.</summary>
    public string DataPath { get; }

    /// <summary>The server's own services.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>A channel to the server, shared by the clients of <see cref="ClientFor"/>.</summary>
    public GrpcChannel Channel => _channel ??= GrpcChannel.ForAddress(Address);

    public static async Task<TestServer> StartAsync(TestServerOptions? options = null)
    {
        options ??= new TestServerOptions();
        var folder = options.DataPath is null ? Directory.CreateTempSubdirectory("kpusync-server-").FullName : null;
        var dataPath = options.DataPath ?? Path.Combine(folder!, "kpusync.db");
        var settings = new Dictionary<string, string?>(await ServerDatabases.SettingsAtAsync(dataPath))
        {
            ["KpuSync:Deployment"] = options.Deployment,
            ["KpuSync:Grpc"] = "http://127.0.0.1:0",
            ["KpuSync:Http"] = "http://127.0.0.1:0",
            ["KpuSync:Console:Address"] = "",

            // By a clock that tests turn by days, every second of them would be worked through.
            ["KpuSync:ScanInterval"] = options.Clock is null ? "00:00:01" : "00:00:00",
        };
        foreach (var (key, value) in options.Settings)
            settings[key.StartsWith("Kestrel:", StringComparison.Ordinal) ? key : $"KpuSync:{key}"] = value;

        var app = ServerHost.Build(settings, services =>
        {
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
            if (options.Clock is not null)
                services.AddSingleton(options.Clock);
            options.Services?.Invoke(services);
        });
        var server = new TestServer(app, dataPath, folder);
        try
        {
            await app.Services.GetRequiredService<Preparation>().PrepareAsync(CancellationToken.None);
            await app.StartAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a credential, as <c>kpusync-server token issue</c> does.</summary>
    public Task<IssuedCredential> IssueAsync(string office, Role role = Role.OfficeOperator, TimeSpan? lifetime = null, int? party = null) =>
        Services.GetRequiredService<CredentialIssuer>()
            .IssueAsync(OfficeCode.Parse(office), role, party, lifetime ?? TimeSpan.FromDays(30), "test", CancellationToken.None);

    /// <summary>The text of a new credential.</summary>
    public async Task<string> IssueTokenAsync(string office, Role role = Role.OfficeOperator, TimeSpan? lifetime = null, int? party = null) =>
        (await IssueAsync(office, role, lifetime, party)).Text;

    /// <summary>A client that sends this credential with each call.</summary>
    /// <param name="token">The credential; null sends none.</param>
    /// <param name="language">Value of <c>accept-language</c>; null sends none.</param>
    public SyncService.SyncServiceClient ClientFor(string? token, string? language = null) => new(InvokerFor(token, language));

    /// <summary>As <see cref="ClientFor"/>, for the client of any service.</summary>
    public CallInvoker InvokerFor(string? token, string? language = null) => Channel.Intercept(headers =>
    {
        if (token is not null)
            headers.Add("authorization", $"Bearer {token}");
        if (language is not null)
            headers.Add("accept-language", language);
        return headers;
    });

    /// <summary>Stops as SIGTERM does: drains, then closes. The database file stays until the server is disposed.</summary>
    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        await _app.StopAsync();
        var connections = Services.GetService<SqliteConnections>();
        await _app.DisposeAsync();
        // The file may be replaced next; a pooled connection would go on reading the old one.
        using (var pool = new SqliteConnection(connections?.ConnectionString))
            SqliteConnection.ClearPool(pool);
        if (_folder is null)
            return;
        TestDatabases.DropUnder(_folder);
        Directory.Delete(_folder, recursive: true);
    }
}
