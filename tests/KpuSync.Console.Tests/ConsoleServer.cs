using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.Server.ConsoleHosting;
using KpuSync.Server.Hosting;
using KpuSync.Storage;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Console.Tests;

/// <summary>A server with its console, and what an administrator would find there.</summary>
public sealed class ConsoleServer : IAsyncDisposable
{
    private readonly Dictionary<string, long> _sequences = [];

    private ConsoleServer(TestServer server) => Server = server;

    public TestServer Server { get; }

    /// <summary>Where the console listens.</summary>
    public string Address => Server.Services.GetRequiredService<ServerAddresses>().Console!;

    public static Task<ConsoleServer> StartAsync(params (string Key, string Value)[] settings) => StartAsync(null, settings);

    /// <summary>Starts one whose background work another server does: jobs that are begun stay where they are.</summary>
    public static Task<ConsoleServer> StartIdleAsync() => StartAsync(services => services.AddSingleton<IWorkLease, OthersLease>());

    /// <summary>A one-time link, as <c>kpusync-server console link</c> prints it.</summary>
    public async Task<string> LinkAsync(string office = "P52", Role role = Role.Administrator) =>
        (await Server.Services.GetRequiredService<ConsoleLinks>().IssueAsync(OfficeCode.Parse(office), role, CancellationToken.None)).Url;

    /// <summary>Pushes a batch as the office's operator.</summary>
    public async Task<Receipt> PushAsync(string office, params Change[] changes)
    {
        var sequence = _sequences[office] = _sequences.GetValueOrDefault(office) + 1;
        var answer = await Server.ClientFor(await Server.IssueTokenAsync(office))
            .PushBatchAsync(new PushBatchRequest { Batch = BatchExamples.With(sequence, BatchExamples.Producer, office, changes) });
        return answer.Envelope.Receipt;
    }

    /// <summary>Looks for duplicates now.</summary>
    public async Task ScanAsync() => await Server.Services.GetRequiredService<Scanner>().CatchUpAsync(default);

    /// <summary>Changes the database behind the server's back.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var db = await Server.Services.GetRequiredService<IDbContextFactory<KpuSyncDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static async Task<ConsoleServer> StartAsync(Action<IServiceCollection>? services, params (string Key, string Value)[] settings)
    {
        var all = settings.Append(("Console:Address", "http://127.0.0.1:0")).ToDictionary(s => s.Item1, s => s.Item2);
        return new ConsoleServer(await TestServer.StartAsync(new TestServerOptions { Settings = all, Services = services }));
    }

    private sealed class OthersLease : IWorkLease
    {
        public ValueTask<bool> HoldAsync(string work, CancellationToken ct) => ValueTask.FromResult(false);

        public ValueTask ReleaseAllAsync(CancellationToken ct) => ValueTask.CompletedTask;
    }
}
