using System.CommandLine;
using KpuSync.Benchmarks.Floors;

namespace KpuSync.Benchmarks;

/// <summary>First pushes through the real server over gRPC, all checks and the scanner on, against what the database alone takes.</summary>
internal static class PushBenchmark
{
    private const int WarmUps = 3;

    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 100_000, "Voters of each office.");
        var rounds = Arguments.Count("--rounds", 5, "Offices that are pushed and measured, 1 to 7; three more warm up. With --producers: how often each number of offices is measured.");
        var producers = new Option<string>("--producers") { Description = "Instead of floors: rates with so many offices that push at once, as in 1,2,4,8." };
        var database = BenchDatabase.Option();
        var json = Arguments.Json();
        var command = new Command("push", "First pushes over gRPC against bare upserts of the same rows.") { voters, rounds, producers, database, json };
        command.SetAction((result, _) =>
        {
            var output = new Output(result.GetValue(json));
            var (size, kind) = (result.GetValue(voters), result.GetValue(database)!);
            return result.GetValue(producers) is { } counts
                ? ProducersBenchmark.RunAsync([.. counts.Split(',').Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture))], result.GetValue(rounds), size, kind, output)
                : RunAsync(size, result.GetValue(rounds), kind, output);
        });
        return command;
    }

    private static async Task RunAsync(int voters, int rounds, string kind, Output output)
    {
        output.Say($"push: {voters:N0} voters an office into {kind}, {Environment.ProcessorCount} cores for client, server and database together; floors: bare upserts of the same rows, shuffled");
        await using var bench = await Bench.SetUpAsync(kind);
        await using var floors = await FloorSet.MakeAsync(kind, bench.Workspace);
        var random = new Random(1);

        // Each office is pushed once. The first ones warm both sides up: a server that has run for days is what offices meet.
        foreach (var office in Exports.Offices.Take(WarmUps))
            await RoundAsync(bench, floors, office, voters, random);
        var measured = new List<Round>();
        foreach (var office in Exports.Offices.Skip(WarmUps).Take(rounds))
        {
            var round = await RoundAsync(bench, floors, office, voters, random);
            measured.Add(round);
            output.Result(
                new { Benchmark = "push_round", Db = kind, Office = office, Voters = voters, ChangesPerSecond = round.Push, ScannedPerSecond = round.Scanned, FloorPerSecond = round.Floors.Indexed, PkFloorPerSecond = round.Floors.KeyOnly, EfcorePerSecond = round.Floors.EntityFramework },
                $"  {office}: {round.Push:N0} changes/s ({round.Scanned:N0} until the scanner had seen them); floor {round.Floors.Indexed:N0} rows/s, with its primary key only {round.Floors.KeyOnly:N0}, EF Core {round.Floors.EntityFramework:N0}");
        }

        var (floor, pkFloor, efcore) = (SpreadOf(measured, r => r.Push / r.Floors.Indexed), SpreadOf(measured, r => r.Push / r.Floors.KeyOnly), SpreadOf(measured, r => r.Push / r.Floors.EntityFramework));
        output.Result(
            new { Benchmark = "push", Db = kind, Rounds = measured.Count, Voters = voters, ChangesPerSecond = SpreadOf(measured, r => r.Push), RatioFloor = floor, RatioPkFloor = pkFloor, RatioEfcore = efcore, ServerPeakBytes = bench.Server.PeakBytes },
            $"  ratio to the floor: {floor}; to the floor with its primary key only: {pkFloor}; to EF Core: {efcore}; server peak {bench.Server.PeakBytes / 1e6:F0} MB");
    }

    private static Spread SpreadOf(List<Round> rounds, Func<Round, double> of) => Spread.Of([.. rounds.Select(of)]);

    private static async Task<Round> RoundAsync(Bench bench, FloorSet floors, string office, int voters, Random random)
    {
        var client = await bench.ClientOfAsync(office);
        var export = Exports.WriteClean(bench.Workspace, office, voters);
        var start = TimeProvider.System.GetTimestamp();
        var sending = (await Bench.PushNewAsync(client, export, voters)).Sending;
        await bench.CaughtUpAsync();
        var scanned = TimeProvider.System.GetElapsedTime(start);
        return new Round(voters / sending.TotalSeconds, voters / scanned.TotalSeconds, await floors.MeasureAsync(await FloorRows.OfAsync(bench.Database, office, random)));
    }

    private readonly record struct Round(double Push, double Scanned, FloorRates Floors);
}
