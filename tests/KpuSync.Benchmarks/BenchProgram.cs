using System.Diagnostics;

namespace KpuSync.Benchmarks;

/// <summary><c>kpusync</c> as a process of its own, whose memory can be told from ours.</summary>
internal sealed class BenchProgram(Workspace workspace, string home)
{
    /// <summary>Sets an installation up.</summary>
    public Task InitAsync(Uri server, string office, string credential) => RunAsync(
        ["init", "--server", server.ToString(), "--office", office], environment => environment["KPUSYNC_TOKEN"] = credential);

    /// <summary>Runs a command to its end; anything but success throws.</summary>
    /// <returns>The most memory that it had resident, in bytes.</returns>
    public async Task<long> RunAsync(string[] arguments, Action<IDictionary<string, string?>>? set = null)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "kpusync"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["KPUSYNC_HOME"] = workspace.PathOf(home);
        set?.Invoke(start.Environment);
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var peak = 0L;
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!process.HasExited)
        {
            peak = Math.Max(peak, ResidentMemory.PeakOf(process));
            await poll.WaitForNextTickAsync();
        }

        return process.ExitCode == 0 ? peak : throw new InvalidOperationException($"kpusync {arguments[0]} ended with {process.ExitCode}: {await errors}{await output}");
    }
}
