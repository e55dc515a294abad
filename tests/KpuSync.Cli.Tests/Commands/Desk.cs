using KpuSync.Samples;
using KpuSync.Samples.Truth;
using KpuSync.TestKit.Servers;

namespace KpuSync.Cli.Tests.Commands;

/// <summary>An operator's desk: a real server, a set of exports, and an installation directory that commands are run on.</summary>
internal sealed class Desk : IAsyncDisposable
{
    public const string Office = "5208";
    private readonly TempDirectory _directory = new();

    private Desk(TestServer server) => Server = server;

    public TestServer Server { get; }

    public SampleTruth Truth { get; private set; } = null!;

    public string Home => _directory["home"];

    /// <summary>Opens a desk; with a clock, the server goes by it.</summary>
    public static async Task<Desk> OpenAsync(int voters = 400, TimeProvider? clock = null)
    {
        var desk = new Desk(await TestServer.StartAsync(new TestServerOptions { Clock = clock }));
        desk.Truth = SampleWriter.Write(new SampleOptions { Directory = desk._directory["exports"], Voters = voters, Rounds = 2, Offices = [new(Office, 1)] });
        return desk;
    }

    public string Export(int round) => Path.Combine(_directory["exports"], Truth.ExportOf(Office, round).File);

    /// <summary>A file beside the exports.</summary>
    public string Sample(string name) => Path.Combine(_directory["exports"], name);

    /// <summary>A file of the test's own.</summary>
    public string this[string name] => _directory[name];

    public Task<CliRun> RunAsync(params string[] arguments) =>
        CliRun.InProcessAsync(new Dictionary<string, string> { ["KPUSYNC_HOME"] = Home, ["KPUSYNC_RETRY_SECONDS"] = "1" }, arguments);

    public async Task<CliRun> InitAsync()
    {
        await File.WriteAllTextAsync(_directory["credential"], await Server.IssueTokenAsync(Office, lifetime: TimeSpan.FromDays(300)));
        return await RunAsync("init", "--server", Server.Address, "--credential-file", _directory["credential"], "--office", Office);
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _directory.Dispose();
    }
}
