using System.Diagnostics;
using System.Text.Json;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Demo;

/// <summary>The server of the demonstration: a process of its own, on free ports, with a database of its own.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    private const string Deployment = "demo";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private readonly Process _process;
    private readonly Task _log;
    private bool _stopped;

    private DemoServer(Process process, Task log, Uri address)
    {
        _process = process;
        _log = log;
        Address = address;
    }

    /// <summary>Where it takes calls.</summary>
    public Uri Address { get; }

    public static async Task<DemoServer> StartAsync(DemoOptions options, TimeProvider time, CancellationToken cancellation)
    {
        if (!File.Exists(options.ServerProgram))
            throw new DemoException("DEMO_SERVER_MISSING", DemoTexts.ServerMissing, options.ServerProgram);
        var process = Process.Start(ChildProcess.StartInfo(
            options.ServerProgram,
            "--data", options.Database, "--deployment", Deployment, "--grpc", "http://127.0.0.1:0", "--http", "http://127.0.0.1:0", "--console", "http://127.0.0.1:0", "--info-file", options.ServerInfo))!;
        var log = LogAsync(process, options.ServerLog);
        try
        {
            return new DemoServer(process, log, await AddressAsync(process, options, time, cancellation));
        }
        catch
        {
            await ChildProcess.StopAsync(process);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Makes a credential for each office with the server's own command, as an administrator would.</summary>
    /// <returns>The credentials in the order of the offices.</returns>
    public static async Task<string[]> IssueAsync(DemoOptions options, IReadOnlyList<string> offices, string role, CancellationToken cancellation)
    {
        using var process = Process.Start(ChildProcess.StartInfo(
            options.ServerProgram,
            ["token", "issue", .. offices.SelectMany(office => new[] { "--office", office }), "--role", role, "--days", "30", "--data", options.Database, "--deployment", Deployment]))!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var credentials = (await process.StandardOutput.ReadToEndAsync(cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await process.WaitForExitAsync(cancellation);
        return process.ExitCode == 0 && credentials.Length == offices.Count
            ? credentials
            : throw new DemoException("DEMO_TOKEN", DemoTexts.TokenFailed, await errors);
    }

    /// <summary>Stops in good order: what was taken in is acknowledged first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopped)
            return;
        _stopped = true;
        await ChildProcess.StopAsync(_process);
        await _log;
        _process.Dispose();
    }

    // The server writes the file in one piece once it listens.
    private static async Task<Uri> AddressAsync(Process process, DemoOptions options, TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (!File.Exists(options.ServerInfo))
        {
            if (process.HasExited)
                throw new DemoException("DEMO_SERVER_FAILED", DemoTexts.ServerFailed, process.ExitCode, options.ServerLog);
            await timer.WaitForNextTickAsync(cancellation);
        }

        await using var file = File.OpenRead(options.ServerInfo);
        using var info = await JsonDocument.ParseAsync(file, cancellationToken: cancellation);
        return new Uri(info.RootElement.GetProperty("grpc").GetString()!);
    }

    private static async Task LogAsync(Process process, string path)
    {
        await using var file = new StreamWriter(path) { AutoFlush = true };
        using var log = TextWriter.Synchronized(file);
        await Task.WhenAll(CopyAsync(process.StandardOutput), CopyAsync(process.StandardError));

        async Task CopyAsync(StreamReader reader)
        {
            while (await reader.ReadLineAsync() is { } line)
                log.WriteLine(line);
        }
    }
}
