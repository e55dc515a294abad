using Grpc.Core;
using Grpc.Net.Client;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Process.Tests.Support;

/// <summary>Servers on one PostgreSQL database, and offices that all register the same people.</summary>
internal sealed class SharedServers : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<ServerProcess> _servers = [];
    private readonly NpgsqlDataSource _source;
    private readonly Dictionary<string, string> _credentials = [];

    private SharedServers(string connectionString) => (_source, Database) = (NpgsqlDataSource.Create(connectionString), ServerDatabase.Postgres(connectionString));

    public ServerDatabase Database { get; }

    public static async Task<SharedServers> BeginAsync() => new(await ServerDatabase.CreatePostgresAsync());

    public async Task<ServerProcess> StartAsync()
    {
        var server = new ServerProcess(_folder.File($"server-{_servers.Count}"), Database);
        _servers.Add(server);
        await server.StartAsync();
        return server;
    }

    /// <summary>Starts a server, the first one, and waits until it does the scanner's work: whoever comes later finds that taken.</summary>
    public async Task<ServerProcess> StartLeaderAsync()
    {
        var leader = await StartAsync();
        await Eventually.IsSoAsync("the first server scans", async () => await ScannerAsync() is not null);
        return leader;
    }

    /// <summary>Who does the scanner's work: a random id for each start of a server.</summary>
    public async Task<object?> ScannerAsync() => await ScalarAsync("SELECT holder FROM work_lease WHERE work = 'scan'");

    /// <summary>True if the scanner has read every ledger to its end.</summary>
    public async Task<bool> IsScannedAsync() => (long)(await ScalarAsync(
        "SELECT count(*) FROM ledger_head h LEFT JOIN scan_checkpoint s ON s.office = h.office WHERE h.position > coalesce(s.position, 0)"))! == 0;

    /// <summary>How many transactions wait for a lock on a table.</summary>
    public async Task<long> WaitingForAsync(string table) =>
        (long)(await ScalarAsync($"SELECT count(*) FROM pg_locks WHERE relation = '{table}'::regclass AND NOT granted"))!;

    /// <summary>Keeps a table from being written until the connection is disposed of.</summary>
    public async Task<NpgsqlConnection> HoldAsync(string table)
    {
        // Not from the pool: closing it ends the transaction.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_source.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"BEGIN; LOCK TABLE {table} IN SHARE MODE", connection);
        await command.ExecuteNonQueryAsync();
        return connection;
    }

    /// <summary>Registers people of these numbers for an office, a batch each with the same sequence, at whichever of the servers answers.</summary>
    /// <returns>The answers.</returns>
    public async Task<IReadOnlyList<ReceiptEnvelope>> PushAsync(string office, Range numbers, params ServerProcess[] servers)
    {
        var headers = await HeadersAsync(office, "operator");
        var channels = servers.Select(server => GrpcChannel.ForAddress(server.Address)).ToList();
        var clients = channels.ConvertAll(channel => new SyncService.SyncServiceClient(channel));
        var answers = new List<ReceiptEnvelope>();
        var tries = 0;
        while (numbers.Start.Value + answers.Count < numbers.End.Value)
        {
            try
            {
                var request = new PushBatchRequest { Batch = BatchOf(office, numbers.Start.Value + answers.Count) };
                answers.Add((await clients[tries % clients.Count].PushBatchAsync(request, headers)).Envelope);
            }
            catch (RpcException exception) when (exception.StatusCode is StatusCode.Unavailable or StatusCode.DeadlineExceeded)
            {
                tries++;
            }
        }

        channels.ForEach(channel => channel.Dispose());
        return answers;
    }

    /// <summary>All duplicate cases, as a server tells of them.</summary>
    public async Task<IReadOnlyList<DuplicateCase>> CasesAsync(ServerProcess server)
    {
        using var channel = GrpcChannel.ForAddress(server.Address);
        var listed = await new DuplicateService.DuplicateServiceClient(channel)
            .ListCasesAsync(new ListCasesRequest { Range = "RI", PageSize = 500 }, await HeadersAsync("RI", "administrator"));
        return listed.Cases;
    }

    /// <summary>Each person is one case between all offices, each office was told of each once, and the ledgers are whole.</summary>
    public async Task CheckAsync(ServerProcess server, int people, params string[] offices)
    {
        var found = await CasesAsync(server);
        found.Count.ShouldBe(people);
        found.ShouldAllBe(c => c.Sides.Count == offices.Length && c.State == CaseState.Open);
        foreach (var office in offices)
        {
            var facts = await LedgerFacts.ReadAsync(Database, OfficeCode.Parse(office));
            facts.ShouldBeWhole();
            (facts.Batches, facts.Applied).ShouldBe((people, people));
            facts.CaseNotices.Select(n => n.CaseId).ShouldBe(found.Select(c => c.CaseId), ignoreOrder: true, "each office is told of each case once");
        }

        await AuditAsync(server);
    }

    public static async Task AuditAsync(ServerProcess server)
    {
        (await server.CommandAsync("audit", "verify")).ShouldEndWith(0);
        (await server.CommandAsync("rebuild", "--check")).ShouldEndWith(0);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        await _source.DisposeAsync();
        await PostgresCluster.DropDatabaseAsync(_source.ConnectionString);
        _folder.Dispose();
    }

    private static Batch BatchOf(string office, int number)
    {
        var record = VoterExamples.Record(number);
        record.VillageCode = RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code;
        return BatchExamples.With(number, BatchExamples.Producer, office, [VoterExamples.Upsert(record)]);
    }

    private async Task<object?> ScalarAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private async Task<Metadata> HeadersAsync(string office, string role)
    {
        string? credential;
        lock (_credentials)
            _credentials.TryGetValue(office, out credential);
        if (credential is null)
        {
            var issued = await _servers[0].CommandAsync("token", "issue", "--office", office, "--role", role, "--days", "1");
            credential = issued.ShouldEndWith(0).Out.Trim();
            lock (_credentials)
                _credentials[office] = credential;
        }

        return new Metadata { { "authorization", "Bearer " + credential } };
    }
}
