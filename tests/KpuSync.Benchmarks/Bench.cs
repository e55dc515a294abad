using KpuSync.Client;

namespace KpuSync.Benchmarks;

/// <summary>An empty server and a client of one office that is set up for it.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private Bench(Workspace workspace, BenchServer server, KpuSyncClient client)
    {
        Workspace = workspace;
        Server = server;
        Client = client;
    }

    public Workspace Workspace { get; }

    public BenchServer Server { get; }

    public KpuSyncClient Client { get; }

    /// <param name="office">The client's office.</param>
    /// <param name="kind">Which database, as <c>--db</c> takes it.</param>
    public static async Task<Bench> SetUpAsync(string office, string kind = "sqlite")
    {
        var workspace = new Workspace();
        var database = await BenchDatabase.MakeAsync(kind);
        var server = await BenchServer.StartAsync(workspace, database);
        var client = new KpuSyncClient(new KpuSyncClientOptions { Directory = workspace.PathOf("client") });
        await client.InitAsync(new InitOptions
        {
            Server = server.Address,
            Office = office,
            Credential = await BenchServer.IssueCredentialAsync(workspace, database, office),
        });
        return new Bench(workspace, server, client);
    }

    /// <summary>Pushes an export of which every row must be applied.</summary>
    public async Task<PushReport> PushNewAsync(string export, int voters)
    {
        var report = await Client.PushAsync(export);
        return report.Unreachable is null && report.Outcomes.Applied == voters
            ? report
            : throw new InvalidOperationException($"{report.Outcomes.Applied} of {voters} voters were applied: {report.Outcomes}. {report.Unreachable?.Message}");
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Workspace.Dispose();
    }
}
