using System.CommandLine;

namespace KpuSync.Benchmarks;

/// <summary>A first push of one office, through the real server over gRPC into a database that forces every commit to the disk, all checks on.</summary>
internal static class PushBenchmark
{
    private const string Office = "5201";

    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 200_000, "Voters of the office.");
        var runs = Arguments.Count("--runs", 1, "Measurements, each on an empty server.");
        var database = new Option<string>("--db") { Description = "sqlite or postgres.", DefaultValueFactory = _ => "sqlite" };
        database.AcceptOnlyFromAmong(BenchDatabase.Kinds);
        var json = Arguments.Json();
        var command = new Command("push", "First push of one office: changes a second, and the server's peak memory.") { voters, runs, database, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(voters), result.GetValue(runs), result.GetValue(database)!, new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, int runs, string kind, Output output)
    {
        output.Say($"push: {voters:N0} voters of office {Office}, first push into {kind}, {Environment.ProcessorCount} cores for client, server and database together");
        var floor = await FloorAsync(kind, voters);
        output.Result(
            new { Benchmark = "push_floor", Db = kind, Rows = voters, RowsPerSecond = floor },
            $"  floor: {floor:N0} rows/s, bare upserts into a table with its primary key, the better of 1,000 and 10,000 a transaction");

        var rates = new List<double>();
        for (var run = 1; run <= runs; run++)
        {
            await using var bench = await Bench.SetUpAsync(Office, kind);
            var export = Exports.WriteClean(bench.Workspace, Office, voters);
            var report = await bench.PushNewAsync(export, voters);
            var (sending, whole) = (report.Sending.TotalSeconds, report.Elapsed.TotalSeconds);
            var peakBytes = bench.Server.PeakBytes;
            rates.Add(voters / sending);
            output.Result(
                new { Benchmark = "push", Db = kind, Run = run, Voters = voters, SendingSeconds = sending, WholeSeconds = whole, ChangesPerSecond = voters / sending, ServerPeakBytes = peakBytes, RatioPkFloor = voters / sending / floor },
                $"  {voters / sending:N0} changes/s while sending ({sending:F1} s); {voters / whole:N0}/s with reading and journaling ({whole:F1} s); server peak {peakBytes / 1e6:F0} MB; {voters / sending / floor:F2} of the floor");
        }

        if (runs > 1)
            output.Say($"  changes/s: {Spread.Of(rates)}");
    }

    private static async Task<double> FloorAsync(string kind, int rows)
    {
        var best = 0.0;
        foreach (var rowsPerTransaction in new[] { 1_000, 10_000 })
        {
            using var workspace = new Workspace();
            var database = await BenchDatabase.MakeAsync(kind);
            best = Math.Max(best, database.Connection is null
                ? SqliteFloor.Measure(workspace, rows, rowsPerTransaction)
                : await PostgresFloor.MeasureAsync(database.Connection, rows, rowsPerTransaction));
        }

        return best;
    }
}
