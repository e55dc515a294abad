using System.CommandLine;

namespace KpuSync.Benchmarks;

/// <summary>What server and client need while a province loads its whole lists for the first time, one office after the other.</summary>
internal static class MemoryBenchmark
{
    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 4_000_000, "Voters over all offices.");
        var offices = Arguments.Count("--offices", 10, "Offices, each with a file of its own.");
        var database = BenchDatabase.Option();
        var json = Arguments.Json();
        var command = new Command("memory", "Peak resident memory of server and client in a first load.") { voters, offices, database, json };
        command.SetAction((result, _) => RunAsync(
            result.GetValue(voters), result.GetValue(offices), result.GetValue(database)!, new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, int offices, string kind, Output output)
    {
        await using var bench = await Bench.SetUpAsync(kind);
        var started = bench.Server.ResidentBytes;
        var (client, seconds) = (0L, 0.0);
        foreach (var office in Exports.Offices.Take(offices))
        {
            var export = Exports.WriteClean(bench.Workspace, office, voters / offices);
            var program = new BenchProgram(bench.Workspace, $"client-{office}");
            await program.InitAsync(bench.Server.Address, office, await bench.CredentialOfAsync(office));
            seconds += await Timing.SecondsAsync(async () => client = Math.Max(client, await program.RunAsync(["push", export])));
            File.Delete(export);
        }

        await bench.CaughtUpAsync();
        var server = bench.Server.PeakBytes;
        output.Result(
            new { Benchmark = "memory", Db = kind, Voters = voters, Offices = offices, Seconds = seconds, ServerStartedBytes = started, ServerPeakBytes = server, ClientPeakBytes = client },
            $"memory: {voters:N0} voters of {offices} offices into {kind} in {seconds:N0} s ({voters / seconds:N0} rows/s, file to last receipt); server {started / 1e6:F0} MB started, {server / 1e6:F0} MB at its peak, the scanner's work included; a client {client / 1e6:F0} MB at its peak");
    }
}
