using KpuSync.Rules.Values;
using KpuSync.Samples;
using KpuSync.Samples.Places;
using KpuSync.Samples.Truth;
using KpuSync.TestKit;

namespace KpuSync.Process.Tests.Support;

/// <summary>What every test here begins with: a running server, two exports of one office with their truth, and an installation that is set up.</summary>
internal sealed class Scene : IAsyncDisposable
{
    private readonly TempFolder _folder;
    private readonly string _credential;

    private Scene(TempFolder folder, SampleTruth truth, ServerProcess server, string credential)
    {
        _folder = folder;
        _credential = credential;
        Truth = truth;
        Server = server;
    }

    public static OfficeCode Office { get; } = OfficeCode.Parse("5201");

    public SampleTruth Truth { get; }

    public ServerProcess Server { get; }

    /// <summary>The office's first computer.</summary>
    public Installation Computer { get; private set; } = null!;

    /// <summary>Path of the first or second export.</summary>
    public string Export(int round) => Path.Combine(Samples, Account(round).File);

    public SampleExport Account(int round) => Truth.ExportOf(Office.Value, round);

    public string PathOf(string name) => _folder.File(name);

    private string Samples => _folder.File("samples");

    public static async Task<Scene> BeginAsync(int voters, IReadOnlyDictionary<string, string>? settings = null, ServerDatabase? database = null)
    {
        var folder = new TempFolder();
        var truth = SampleWriter.Write(new SampleOptions
        {
            Directory = folder.File("samples"),
            Voters = voters,
            Rounds = 2,
            Offices = [new OfficeShare(Office.Value, 1)],
        });
        var server = new ServerProcess(folder.Path, database);
        foreach (var (key, value) in settings ?? new Dictionary<string, string>())
            server.Settings[key] = value;
        try
        {
            await server.StartAsync();
            var issued = await server.CommandAsync("token", "issue", "--office", Office.Value, "--role", "operator", "--days", "30");
            var credential = folder.File("credential");
            await File.WriteAllTextAsync(credential, issued.ShouldEndWith(0).Out);
            var scene = new Scene(folder, truth, server, credential);
            scene.Computer = await scene.InstallAsync("computer");
            return scene;
        }
        catch
        {
            await server.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <summary>Sets an installation up in a fresh directory.</summary>
    public Task<Installation> InstallAsync(string name, params string[] options) => InstallAtAsync(Server.Address, name, options);

    /// <summary>Sets an installation up that reaches the server, or another on its database, at an address of its own.</summary>
    public async Task<Installation> InstallAtAsync(string address, string name, params string[] options)
    {
        var installation = new Installation(PathOf(name));
        (await installation.RunAsync(["init", "--server", address, "--office", Office.Value, "--credential", _credential, .. options])).ShouldEndWith(0);
        return installation;
    }

    /// <summary>Starts another server on the same database.</summary>
    public async Task<ServerProcess> StartAnotherAsync(string name)
    {
        var another = new ServerProcess(PathOf(name), Server.Database);
        foreach (var (key, value) in Server.Settings)
            another.Settings[key] = value;
        await another.StartAsync();
        return another;
    }

    /// <summary>What the server holds, after checking that it is whole: the register equals the truth, nothing is in the ledger twice, the chain verifies.</summary>
    public async Task<LedgerFacts> CheckAsync(int round, params Installation[] auditors)
    {
        var facts = await LedgerFacts.ReadAsync(Server.Database, Office);
        ShouldEqual(facts.Active, Truth.RegisterOf(Samples, Office.Value, round));
        facts.ShouldBeWhole();
        (await Server.CommandAsync("audit", "verify")).ShouldEndWith(0);
        (await Server.CommandAsync("rebuild", "--check")).ShouldEndWith(0);
        foreach (var auditor in auditors)
            (await auditor.RunAsync("audit", "verify")).ShouldEndWith(0);
        return facts;
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    // Two whole registers in a message would hide what differs.
    private static void ShouldEqual(IReadOnlyDictionary<string, ulong> register, Dictionary<string, ulong> truth)
    {
        truth.Keys.Except(register.Keys).Take(5).ShouldBeEmpty("missing from the register");
        register.Keys.Except(truth.Keys).Take(5).ShouldBeEmpty("in the register, but not in the truth");
        register.Where(r => truth[r.Key] != r.Value).Select(r => r.Key).Take(5).ShouldBeEmpty("other record than in the truth");
    }
}
