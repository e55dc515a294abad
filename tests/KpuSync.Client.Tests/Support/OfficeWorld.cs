using KpuSync.Contracts.V1;
using KpuSync.TestKit.Servers;

namespace KpuSync.Client.Tests.Support;

/// <summary>A real server and installations of office 5201 that push to it.</summary>
internal sealed class OfficeWorld : IAsyncDisposable
{
    private readonly TempDirectory _directory = new();
    private TestServer _server = null!;

    public Line Line { get; } = new();

    public TestServer Server => _server;

    public TempDirectory Files => _directory;

    public static async Task<OfficeWorld> StartAsync(params (string Key, string Value)[] settings)
    {
        var world = new OfficeWorld();
        await world.StartServerAsync(settings);
        return world;
    }

    public async Task StartServerAsync(params (string Key, string Value)[] settings) =>
        _server = await TestServer.StartAsync(new TestServerOptions
        {
            DataPath = _directory.File("kpusync.db"),
            Settings = settings.ToDictionary(s => s.Key, s => s.Value),
        });

    public async Task StopServerAsync() => await _server.DisposeAsync();

    public string HomeOf(string name) => _directory.File(name);

    /// <summary>A client on an installation that may not be set up yet.</summary>
    public KpuSyncClient Open(string name = "home", Func<KpuSyncClientOptions, KpuSyncClientOptions>? change = null)
    {
        var options = new KpuSyncClientOptions
        {
            Directory = HomeOf(name),
            HandlerFactory = _ => Line.Handler(),
            RetryFor = TimeSpan.FromMinutes(1),
            RetryDelayMin = TimeSpan.FromMilliseconds(20),
            RetryDelayMax = TimeSpan.FromMilliseconds(100),
        };
        return new KpuSyncClient(change?.Invoke(options) ?? options);
    }

    /// <summary>A client whose installation is set up.</summary>
    public async Task<KpuSyncClient> InitAsync(string name = "home", bool fromServer = false, Func<KpuSyncClientOptions, KpuSyncClientOptions>? change = null)
    {
        var client = Open(name, change);
        await client.InitAsync(new InitOptions
        {
            Server = new Uri(_server.Address),
            Office = Voters.Office,
            Credential = await _server.IssueTokenAsync(Voters.Office),
            FromServer = fromServer,
        });
        return client;
    }

    /// <summary>Tells an installation where the server is now.</summary>
    public Task FollowServerAsync(KpuSyncClient client) => client.InitAsync(new InitOptions { Server = new Uri(_server.Address) });

    public string Write(params string[] rows) => _directory.Write("pemilih.csv", Voters.Export(rows));

    public string WriteMany(int count) => Write([.. Enumerable.Range(1, count).Select(n => Voters.Row(n))]);

    /// <summary>What the server's own ledger amounts to: active voters by NIK, and how often each change stands in it.</summary>
    public async Task<(Dictionary<string, VoterRecord> Register, List<BatchEntry> Batches)> LedgerAsync()
    {
        var register = new Dictionary<string, VoterRecord>(StringComparer.Ordinal);
        var batches = new List<BatchEntry>();
        using var call = _server.ClientFor(await _server.IssueTokenAsync(Voters.Office)).Pull(new PullRequest { OfficeCode = Voters.Office });
        while (await call.ResponseStream.MoveNext(default))
        {
            foreach (var entry in call.ResponseStream.Current.Entries.Where(e => e.Batch is not null))
            {
                batches.Add(entry.Batch);
                for (var i = 0; i < entry.Batch.Changes.Count; i++)
                {
                    if (entry.Batch.Statuses[i] == OutcomeStatus.Applied)
                        Apply(register, entry.Batch.Changes[i]);
                }
            }

            if (call.ResponseStream.Current.CaughtUp)
                break;
        }

        return (register, batches);
    }

    /// <summary>Ends once the server has written so many batches.</summary>
    public async Task UntilWrittenAsync(int batches)
    {
        using var call = _server.ClientFor(await _server.IssueTokenAsync(Voters.Office)).Pull(new PullRequest { OfficeCode = Voters.Office, Follow = true });
        while (batches > 0 && await call.ResponseStream.MoveNext(default))
            batches -= call.ResponseStream.Current.Entries.Count(e => e.Batch is not null);
        batches.ShouldBeLessThanOrEqualTo(0);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _directory.Dispose();
    }

    private static void Apply(Dictionary<string, VoterRecord> register, Change change)
    {
        switch (change.KindCase)
        {
            case Change.KindOneofCase.VoterUpsert:
                register[change.VoterUpsert.Voter.Nik] = change.VoterUpsert.Voter;
                break;
            case Change.KindOneofCase.VoterRemoval:
                register.Remove(change.VoterRemoval.Nik);
                break;
            default:
                register.Remove(change.VoterNikChange.OldNik);
                register[change.VoterNikChange.Voter.Nik] = change.VoterNikChange.Voter;
                break;
        }
    }
}
