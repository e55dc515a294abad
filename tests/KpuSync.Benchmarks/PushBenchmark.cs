using System.CommandLine;

namespace KpuSync.Benchmarks;

/// <summary>A first push of one office, through the real server over gRPC into SQLite with <c>synchronous=FULL</c>, all checks on.</summary>
internal static class PushBenchmark
{
    private const string Office = "5201";

    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 200_000, "Voters of the office.");
        var runs = Arguments.Count("--runs", 1, "Measurements, each on an empty server.");
        var json = Arguments.Json();
        var command = new Command("push", "First push of one office: changes a second, and the server's peak memory.") { voters, runs, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(voters), result.GetValue(runs), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, int runs, Output output)
    {
        output.Say($"push: {voters:N0} voters of office {Office}, first push, {Environment.ProcessorCount} cores for client and server together");
        using (var workspace = new Workspace())
        {
            var floor = SqliteFloor.Measure(workspace, voters);
            output.Result(
                new { Benchmark = "push_floor", Rows = voters, RowsPerSecond = floor },
                $"  floor: {floor:N0} rows/s, bare SQLite upserts of 1,000 a transaction");
        }

        var rates = new List<double>();
        for (var run = 1; run <= runs; run++)
        {
            await using var bench = await Bench.SetUpAsync(Office);
            var export = Exports.WriteClean(bench.Workspace, Office, voters);
            var report = await bench.PushNewAsync(export, voters);
            var (sending, whole) = (report.Sending.TotalSeconds, report.Elapsed.TotalSeconds);
            var peakBytes = bench.Server.PeakBytes;
            rates.Add(voters / sending);
            output.Result(
                new { Benchmark = "push", Run = run, Voters = voters, SendingSeconds = sending, WholeSeconds = whole, ChangesPerSecond = voters / sending, ServerPeakBytes = peakBytes },
                $"  {voters / sending:N0} changes/s while sending ({sending:F1} s); {voters / whole:N0}/s with reading and journaling ({whole:F1} s); server peak {peakBytes / 1e6:F0} MB");
        }

        if (runs > 1)
            output.Say($"  changes/s: {Spread.Of(rates)}");
    }
}
