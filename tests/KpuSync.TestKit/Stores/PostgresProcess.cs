using System.Diagnostics;

namespace KpuSync.TestKit.Stores;

/// <summary>A PostgreSQL of this process's own, made by <c>scripts/postgres.sh</c>; gone, with its folder, when this process is.</summary>
public static class PostgresProcess
{
    // A handler of this process's exit would come too late: the test runner kills a process that takes more than 100 ms to end.
    // So a shell stays beside it, whose standard input ends however this process does.
    private const string KeepWhileWanted =
        """
        if "$0" start "$1" $2; then
          exec >/dev/null 2>&1
          cat
          "$0" stop "$1"
        fi
        rm -rf "$1"
        """;

    // Kept, for a stream that nobody holds is closed by the garbage collector.
    private static StreamWriter? _wanted;

    /// <summary>Starts it and gives its connection string.</summary>
    /// <param name="isDurable">True if it forces what is committed to the disk, as a real one does.</param>
    /// <exception cref="InvalidOperationException">It cannot be started; the message says why.</exception>
    public static async Task<string> StartAsync(bool isDurable)
    {
        var folder = Directory.CreateTempSubdirectory("kpusync-postgres-").FullName;
        // In a session of its own, out of reach of a Ctrl-C and of whoever kills this process with its children.
        var info = new ProcessStartInfo("setsid", ["--fork", "bash", "-c", KeepWhileWanted, ScriptPath(), folder, isDurable ? "" : "--volatile"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(info)!;
        _wanted = process.StandardInput;
        var errors = process.StandardError.ReadToEndAsync();
        return await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"PostgreSQL cannot be started. {await errors}");
    }

    private static string ScriptPath()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KpuSync.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run from inside the source tree.");

        return Path.Combine(folder.FullName, "scripts", "postgres.sh");
    }
}
