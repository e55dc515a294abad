using KpuSync.Client;

namespace KpuSync.Benchmarks;

/// <summary>Servers on one empty database, and clients of offices that are set up for them.</summary>
internal sealed class Bench : IAsyncDisposable
{
    private readonly List<BenchServer> _servers = [];

    private Bench(Workspace workspace, BenchDatabase database) => (Workspace, Database) = (workspace, database);

    public Workspace Workspace { get; }

    public BenchDatabase Database { get; }

    /// <summary>The servers.</summary>
    public IReadOnlyList<BenchServer> Servers => _servers;

    /// <summary>The first of them.</summary>
    public BenchServer Server => _servers[0];

    /// <param name="kind">Which database, as <c>--db</c> takes it.</param>
    /// <param name="servers">How many servers.</param>
    public static async Task<Bench> SetUpAsync(string kind = "sqlite", int servers = 1)
    {
        var workspace = new Workspace();
        var bench = new Bench(workspace, await BenchDatabase.MakeAsync(kind, workspace, "server"));
        for (var i = 0; i < servers; i++)
            bench._servers.Add(await BenchServer.StartAsync(workspace, bench.Database));
        return bench;
    }

    /// <summary>A new installation of an office.</summary>
    /// <param name="office">Its office.</param>
    /// <param name="server">Which server it is set up for.</param>
    /// <param name="role">Its role there.</param>
    public async Task<KpuSyncClient> ClientOfAsync(string office, int server = 0, string role = "operator")
    {
        var client = new KpuSyncClient(new KpuSyncClientOptions { Directory = Workspace.PathOf($"client-{Guid.NewGuid():N}") });
        await client.InitAsync(new InitOptions { Server = _servers[server].Address, Office = office, Credential = await CredentialOfAsync(office, role) });
        return client;
    }

    /// <summary>A credential of an office.</summary>
    public Task<string> CredentialOfAsync(string office, string role = "operator") => BenchServer.IssueCredentialAsync(Workspace, Database, office, role);

    /// <summary>Pushes an export of which every row must be applied.</summary>
    public static async Task<PushReport> PushNewAsync(KpuSyncClient client, string export, int voters)
    {
        var report = await client.PushAsync(export);
        return report.Unreachable is null && report.Outcomes.Applied == voters
            ? report
            : throw new InvalidOperationException($"{report.Outcomes.Applied} of {voters} voters were applied: {report.Outcomes}. {report.Unreachable?.Message}");
    }

    /// <summary>Waits until the scanner has looked at everything, so that it does not disturb what is measured next, and gives PostgreSQL the statistics that it has a minute later.</summary>
    public async Task CaughtUpAsync()
    {
        await using var connection = await Database.OpenAsync();
        await using var behind = connection.CreateCommand();
        behind.CommandText = "SELECT count(*) FROM ledger_head h LEFT JOIN scan_checkpoint c ON c.office = h.office WHERE h.position > coalesce(c.position, 0)";
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while ((long)(await behind.ExecuteScalarAsync())! > 0)
            await poll.WaitForNextTickAsync();
        if (!Database.IsPostgres)
            return;
        await using var analyze = connection.CreateCommand();
        analyze.CommandText = "ANALYZE";
        await analyze.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        Workspace.Dispose();
    }
}
