using System.Diagnostics;
using System.Globalization;

namespace KpuSync.TestKit.Stores;

/// <summary>A PostgreSQL of this process's own, made by <c>scripts/postgres.sh</c>; gone, with its folder, when it is disposed of or this process ends.</summary>
public sealed class PostgresProcess : IAsyncDisposable
{
    // A handler of this process's exit would come too late: the test runner kills a process that takes more than 100 ms to end.
    // So a shell stays beside it, whose standard input ends however this process does.
    private const string KeepWhileWanted =
        """
        if "$0" "$1" "$2" $3; then
          exec >/dev/null 2>&1
          cat
          "$0" stop "$2"
        fi
        rm -rf "$2"
        """;

    private readonly string _folder;

    // Kept, for a stream that nobody holds is closed by the garbage collector.
    private readonly StreamWriter _wanted;

    private PostgresProcess(string folder, StreamWriter wanted, string connectionString) => (_folder, _wanted, ConnectionString) = (folder, wanted, connectionString);

    /// <summary>As somebody who may do everything.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts one.</summary>
    /// <param name="isDurable">True if it forces what is committed to the disk, as a real one does.</param>
    /// <exception cref="InvalidOperationException">It cannot be started; the message says why.</exception>
    public static Task<PostgresProcess> StartAsync(bool isDurable = false) => StartAsync("start", isDurable ? "" : "--volatile");

    /// <summary>Starts a standby of this one, which commits nothing from then on that is not on the standby too. Needs a durable one.</summary>
    public Task<PostgresProcess> StartStandbyAsync() => StartAsync("standby", _folder);

    /// <summary>Starts a pgbouncer before this one, which gives each transaction another connection.</summary>
    public Task<PostgresProcess> StartPoolerAsync() => StartAsync("pooler", _folder);

    private static async Task<PostgresProcess> StartAsync(string command, string option)
    {
        var folder = Directory.CreateTempSubdirectory("kpusync-postgres-").FullName;
        // In a session of its own, out of reach of a Ctrl-C and of whoever kills this process with its children.
        var info = new ProcessStartInfo("setsid", ["--fork", "bash", "-c", KeepWhileWanted, ScriptPath(), command, folder, option])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(info)!;
        var wanted = process.StandardInput;
        var errors = process.StandardError.ReadToEndAsync();
        var connectionString = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"PostgreSQL cannot be started. {await errors}");
        return new PostgresProcess(folder, wanted, connectionString);
    }

    /// <summary>Stops it as an administrator does: whoever is connected is cut off, and what is not committed is rolled back.</summary>
    public Task StopAsync() => RunAsync("stop");

    /// <summary>Starts it again on the port that it had, stopped or not.</summary>
    public Task RestartAsync() => RunAsync("restart");

    /// <summary>Makes a primary of a standby.</summary>
    public Task PromoteAsync() => RunAsync("promote");

    /// <summary>Ends it as a failing machine does.</summary>
    public void Kill()
    {
        using var server = Process.GetProcessById(int.Parse(File.ReadLines(Path.Combine(_folder, "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture));
        server.Kill();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _wanted.DisposeAsync();

    private async Task RunAsync(string command)
    {
        using var process = Process.Start(ScriptPath(), [command, _folder]);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"scripts/postgres.sh {command} ended with exit code {process.ExitCode}.");
    }

    private static string ScriptPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KpuSync.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run from inside the source tree.");

        return Path.Combine(folder.FullName, "scripts", "postgres.sh");
    }
}
