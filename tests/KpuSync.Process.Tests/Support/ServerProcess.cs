using System.Text.Json;
using KpuSync.Server.Commands;
using Microsoft.Data.Sqlite;

namespace KpuSync.Process.Tests.Support;

/// <summary><c>kpusync-server</c> as a process: once started it keeps its port, however often it is killed.</summary>
/// <param name="folder">Where it keeps its files.</param>
/// <param name="database">Its database; a file in the folder if null.</param>
internal sealed class ServerProcess(string folder, ServerDatabase? database = null) : IAsyncDisposable
{
    /// <summary>Changes in a batch; small ones make many moments to be killed at.</summary>
    public const int BatchChanges = 25;

    /// <summary>Settings for a push that is to be disturbed: one that is over in a second leaves no moment to a test that may wait for a processor as long.</summary>
    public static IReadOnlyDictionary<string, string> Slow { get; } = new Dictionary<string, string>
    {
        ["KPUSYNC__LIMITS__CALLSPEROFFICEPERSECOND"] = "12",
        ["KPUSYNC__LIMITS__CALLSPEROFFICEBURST"] = "12",
    };

    private const string Program = "kpusync-server";
    private const string Deployment = "test";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan StartsWithin = TimeSpan.FromMinutes(1);

    private RunningProgram? _running;
    private string _grpc = "http://127.0.0.1:0";
    private string _http = "http://127.0.0.1:0";

    /// <summary>Its database; another one from the next start on.</summary>
    public ServerDatabase Database { get; set; } = database ?? ServerDatabase.Sqlite(PathIn(folder));

    /// <summary>The file, if the database is one.</summary>
    public string DataPath { get; } = PathIn(folder);

    /// <summary>Settings beside the defaults, for example <c>KPUSYNC__DATABYTESMAX</c>.</summary>
    public Dictionary<string, string> Settings { get; } = new()
    {
        // What is under way is committed as one group: a small window keeps one group from being much of the work. The rate limit counts batches.
        ["KPUSYNC__LIMITS__BATCHCHANGESMAX"] = BatchChanges.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["KPUSYNC__LIMITS__WINDOWBATCHESMAX"] = "4",
        ["KPUSYNC__LIMITS__CALLSPEROFFICEPERSECOND"] = "100000",
        ["KPUSYNC__LIMITS__CALLSPEROFFICEBURST"] = "100000",
        ["KPUSYNC__DEPLOYMENT"] = Deployment,

        // The PostgreSQL of the tests forces nothing to the disk.
        ["KPUSYNC__ALLOWVOLATILE"] = "true",
    };

    public string Address => _grpc;

    private string InfoFile => Path.Combine(folder, "server.json");

    /// <summary>Starts it and waits until it listens.</summary>
    public async Task StartAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        while (true)
        {
            Launch();
            if (await ListensAsync())
                return;

            // While it was down, somebody else's connection may have borrowed its port for a moment.
            var ended = await EndAsync();
            if (!ended.All.Contains("address already in use", StringComparison.OrdinalIgnoreCase) || TimeProvider.System.GetElapsedTime(began) > StartsWithin)
                throw new InvalidOperationException("The server did not start: " + ended.All);
        }
    }

    /// <summary>Starts it and does not wait.</summary>
    public void Launch()
    {
        Directory.CreateDirectory(folder);
        File.Delete(InfoFile);
        _running = RunningProgram.Start(
            Program, [.. Database.Flags, "--grpc", _grpc, "--http", "http://127.0.0.1:0", "--console", "", "--info-file", InfoFile], Settings);
    }

    /// <summary>What it says of itself when it is asked for its health.</summary>
    public async Task<bool> IsReadyAsync()
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(_http + "/health/ready"));
        return answer.IsSuccessStatusCode;
    }

    /// <summary>SIGKILL, and the process is gone.</summary>
    public async Task KillAsync()
    {
        _running!.Kill();
        (await EndAsync()).ShouldEndWith(RunningProgram.KilledExitCode);
    }

    /// <summary>SIGSTOP: it stands still wherever it is, and its connections stay.</summary>
    public void Freeze() => _running!.Freeze();

    /// <summary>SIGCONT.</summary>
    public void Thaw() => _running!.Thaw();

    /// <summary>SIGTERM, and waits for the end.</summary>
    public async Task<ProgramResult> TerminateAsync()
    {
        _running!.Terminate();
        return await EndAsync();
    }

    /// <summary>Runs another command of the program on the same database. In this process, since starting one takes longer than the command.</summary>
    public async Task<ProgramResult> CommandAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var code = await ServerCommand.RunAsync([.. arguments, .. Database.Flags, "--deployment", Deployment], output, errors);

        // An idle connection would keep the database's other files open beyond the server's end.
        SqliteConnection.ClearAllPools();
        return new ProgramResult(code, output.ToString(), errors.ToString());
    }

    /// <summary>Copies the database of a stopped server.</summary>
    public void CopyDataTo(string path)
    {
        File.Exists(DataPath + "-wal").ShouldBeFalse("a server that stopped well leaves one whole file");
        File.Copy(DataPath, path);
    }

    /// <summary>Puts a copy in the place of a stopped server's database, as docs/operations.md says.</summary>
    public void PutBack(string path)
    {
        // Idle connections of this process would still read the file that is gone.
        SqliteConnection.ClearAllPools();
        foreach (var end in new[] { "", "-wal", "-shm" })
            File.Delete(DataPath + end);
        File.Copy(path, DataPath);
    }

    public async ValueTask DisposeAsync()
    {
        if (_running is not null)
            await _running.DisposeAsync();
    }

    private async Task<ProgramResult> EndAsync()
    {
        var ended = await _running!.EndAsync();
        await _running.DisposeAsync();
        _running = null;
        return ended;
    }

    private async Task<bool> ListensAsync()
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (!File.Exists(InfoFile))
        {
            if (_running!.HasExited)
                return false;
            await timer.WaitForNextTickAsync();
        }

        using var info = JsonDocument.Parse(await File.ReadAllTextAsync(InfoFile));
        _grpc = info.RootElement.GetProperty("grpc").GetString()!;
        _http = info.RootElement.GetProperty("http").GetString()!;
        return true;
    }

    private static string PathIn(string folder) => Path.Combine(folder, "server", "kpusync.db");
}
