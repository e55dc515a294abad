using System.Diagnostics;
using System.Text.Json;

namespace KpuSync.Benchmarks;

/// <summary>The real server as a process of its own, on an empty database and on ports that the system chose.</summary>
internal sealed class BenchServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(1);
    private readonly Process _process;

    private BenchServer(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Most memory that the process had resident since it started, in bytes.</summary>
    public long PeakBytes => ResidentMemory.PeakOf(_process);

    /// <summary>Memory that the process has resident now, in bytes.</summary>
    public long ResidentBytes => ResidentMemory.NowOf(_process);

    /// <summary>Starts a server on a database and waits until it listens.</summary>
    public static async Task<BenchServer> StartAsync(Workspace workspace, BenchDatabase database)
    {
        if (database.IsPostgres)
            await RunAsync(workspace, database, ["migrate"]);
        var infoFile = workspace.PathOf($"server-{Guid.NewGuid():N}.json");
        var process = Start(workspace, database, ["--info-file", infoFile]);
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var errors = process.StandardError.ReadToEndAsync();
        var start = TimeProvider.System.GetTimestamp();
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!File.Exists(infoFile))
        {
            if (process.HasExited || TimeProvider.System.GetElapsedTime(start) > StartTimeout)
            {
                process.Kill();
                throw new InvalidOperationException($"The server did not start: {await errors}");
            }

            await poll.WaitForNextTickAsync();
        }

        using var info = JsonDocument.Parse(await File.ReadAllTextAsync(infoFile));
        return new BenchServer(process, new Uri(info.RootElement.GetProperty("grpc").GetString()!));
    }

    /// <summary>A credential, issued by the server's own command.</summary>
    public static Task<string> IssueCredentialAsync(Workspace workspace, BenchDatabase database, string office, string role) =>
        RunAsync(workspace, database, ["token", "issue", "--office", office, "--role", role, "--days", "1"]);

    /// <summary>Kills the server; a measurement leaves nothing behind.</summary>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static async Task<string> RunAsync(Workspace workspace, BenchDatabase database, string[] arguments)
    {
        using var process = Start(workspace, database, arguments);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException(await errors);
    }

    private static Process Start(Workspace workspace, BenchDatabase database, string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "kpusync-server"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workspace.PathOf("."),
        };
        start.Environment["KPUSYNC__DEPLOYMENT"] = "bench";
        start.Environment["KPUSYNC__GRPC"] = "http://127.0.0.1:0";
        start.Environment["KPUSYNC__HTTP"] = "http://127.0.0.1:0";
        start.Environment["KPUSYNC__CONSOLE__ADDRESS"] = "";

        // What is measured comes faster than offices do.
        start.Environment["KPUSYNC__LIMITS__CALLSPEROFFICEPERSECOND"] = "100000";
        database.Tell(start);
        return Process.Start(start)!;
    }
}
