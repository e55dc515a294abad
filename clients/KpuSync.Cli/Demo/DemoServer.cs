using System.Diagnostics;
using System.Text.Json;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Demo;

/// <summary>The server of the demonstration: a process of its own, on free ports, with a database of its own.</summary>
internal sealed class DemoServer : IAsyncDisposable
{
    public const string Deployment = "demo";

    /// <summary>Tells a command beside the server where its console is: which port was taken only the server knows.</summary>
    public const string ConsoleAddressVariable = "KpuSync__Console__Address";

    private const string FreePort = "http://127.0.0.1:0";
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(50);
    private readonly Process _process;
    private readonly Task _log;
    private bool _stopped;

    private DemoServer(Process process, Task log, (Uri Calls, Uri Console) addresses)
    {
        _process = process;
        _log = log;
        (Address, Console) = addresses;
    }

    /// <summary>Where it takes calls.</summary>
    public Uri Address { get; }

    /// <summary>Where the administrators' console is.</summary>
    public Uri Console { get; }

    public static async Task<DemoServer> StartAsync(DemoOptions options, TimeProvider time, CancellationToken cancellation)
    {
        if (!File.Exists(options.ServerProgram))
            throw new DemoException("DEMO_SERVER_MISSING", DemoTexts.ServerMissing, options.ServerProgram);
        if (options.Connection is not null)
            await MigrateAsync(options, cancellation);
        var process = Process.Start(ChildProcess.StartInfo(
            options.ServerProgram,
            [.. options.DatabaseArguments, "--grpc", FreePort, "--http", FreePort, "--console", FreePort, "--info-file", options.ServerInfo]))!;
        var log = LogAsync(process, options.ServerLog);
        try
        {
            return new DemoServer(process, log, await AddressesAsync(process, options, time, cancellation));
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
        var info = ChildProcess.StartInfo(
            options.ServerProgram,
            ["token", "issue", .. offices.SelectMany(office => new[] { "--office", office }), "--role", role, "--days", "30", .. options.DatabaseArguments]);
        var (credentials, errors) = await LinesOfAsync(info, cancellation);
        return credentials.Length == offices.Count ? credentials : throw new DemoException("DEMO_TOKEN", DemoTexts.TokenFailed, errors);
    }

    /// <summary>Makes a link that signs one administrator in to the console, once.</summary>
    public async Task<string> LinkAsync(DemoOptions options, string office, CancellationToken cancellation)
    {
        var info = ChildProcess.StartInfo(options.ServerProgram, ["console", "link", "--office", office, .. options.DatabaseArguments]);
        info.Environment[ConsoleAddressVariable] = Console.AbsoluteUri;
        var (lines, errors) = await LinesOfAsync(info, cancellation);
        return lines.Length > 0 ? lines[0] : throw new DemoException("DEMO_LINK", DemoTexts.LinkFailed, errors);
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
    private static async Task<(Uri Calls, Uri Console)> AddressesAsync(Process process, DemoOptions options, TimeProvider time, CancellationToken cancellation)
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
        return (UriOf("grpc"), UriOf("console"));

        Uri UriOf(string name) => new(info.RootElement.GetProperty(name).GetString()!);
    }

    // A shared database gets its tables when an administrator says so.
    private static async Task MigrateAsync(DemoOptions options, CancellationToken cancellation)
    {
        var (lines, errors) = await LinesOfAsync(ChildProcess.StartInfo(options.ServerProgram, ["migrate", .. options.DatabaseArguments]), cancellation);
        if (lines.Length == 0)
            throw new DemoException("DEMO_DATABASE", DemoTexts.DatabaseFailed, errors);
    }

    // No lines if the command failed.
    private static async Task<(string[] Lines, string Errors)> LinesOfAsync(ProcessStartInfo info, CancellationToken cancellation)
    {
        using var process = Process.Start(info)!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [], await errors);
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
