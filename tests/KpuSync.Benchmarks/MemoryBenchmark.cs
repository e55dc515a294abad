using System.CommandLine;

namespace KpuSync.Benchmarks;

/// <summary>What the server needs while an office pushes, and what it keeps afterwards.</summary>
internal static class MemoryBenchmark
{
    private const string Office = "5201";

    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 200_000, "Voters of the office.");
        var json = Arguments.Json();
        var command = new Command("memory", "The server's resident memory: started, at its peak in a first push, and afterwards.") { voters, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(voters), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, Output output)
    {
        await using var bench = await Bench.SetUpAsync();
        var client = await bench.ClientOfAsync(Office);
        var export = Exports.WriteClean(bench.Workspace, Office, voters);
        var started = bench.Server.ResidentBytes;
        await Bench.PushNewAsync(client, export, voters);
        var (peak, after) = (bench.Server.PeakBytes, bench.Server.ResidentBytes);
        output.Result(
            new { Benchmark = "memory", Voters = voters, StartedBytes = started, PeakBytes = peak, AfterBytes = after },
            $"memory: server {started / 1e6:F0} MB started, {peak / 1e6:F0} MB at its peak in a push of {voters:N0} voters, {after / 1e6:F0} MB afterwards");
    }
}
