using System.CommandLine;

namespace KpuSync.Benchmarks;

/// <summary>What server and client need while the largest regency loads its whole list for the first time.</summary>
internal static class MemoryBenchmark
{
    // Kabupaten Bogor: some four million voters, the most of any office.
    private const string Office = "3201";

    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 4_000_000, "Voters of the office, all in one file.");
        var database = BenchDatabase.Option();
        var json = Arguments.Json();
        var command = new Command("memory", "Peak resident memory of server and client in a first load.") { voters, database, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(voters), result.GetValue(database)!, new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, string kind, Output output)
    {
        await using var bench = await Bench.SetUpAsync(kind);
        var export = Exports.WriteClean(bench.Workspace, Office, voters);
        var program = new BenchProgram(bench.Workspace, "client");
        await program.InitAsync(bench.Server.Address, Office, await bench.CredentialOfAsync(Office));
        var started = bench.Server.ResidentBytes;
        var client = 0L;
        var seconds = await Timing.SecondsAsync(async () => client = await program.RunAsync(["push", export]));
        var server = bench.Server.PeakBytes;
        output.Result(
            new { Benchmark = "memory", Db = kind, Voters = voters, Seconds = seconds, ServerStartedBytes = started, ServerPeakBytes = server, ClientPeakBytes = client },
            $"memory: {voters:N0} voters into {kind} in {seconds:N0} s ({voters / seconds:N0} rows/s, file to last receipt); server {started / 1e6:F0} MB started, {server / 1e6:F0} MB at its peak; client {client / 1e6:F0} MB at its peak");
    }
}
