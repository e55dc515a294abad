using System.CommandLine;
using KpuSync.Rules.Regions;

namespace KpuSync.Benchmarks;

/// <summary>The push rate as the register grows.</summary>
internal static class GrowthBenchmark
{
    private const int FillVoters = 500_000;
    private const int Measurements = 3;

    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 100_000, "Voters of each push that is measured; the median of three counts.");
        var full = new Option<bool>("--full") { Description = "Up to 20 million as well." };
        var database = BenchDatabase.Option();
        var json = Arguments.Json();
        var command = new Command("growth", "Push rate into a register of 0, 1 and 4 million.") { voters, full, database, json };
        command.SetAction((result, _) => RunAsync(
            result.GetValue(voters), result.GetValue(full) ? [0, 1, 4, 20] : [0, 1, 4], result.GetValue(database)!, new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, int[] millions, string kind, Output output)
    {
        output.Say($"growth: pushes of {voters:N0} voters into {kind}, the scanner having seen all that came before");
        await using var bench = await Bench.SetUpAsync(kind);
        var offices = new Queue<string>(RegionCatalogue.Default.Offices.Select(o => o.Code).Order(StringComparer.Ordinal));
        await PushAsync(bench, offices.Dequeue(), voters);
        var (registered, empty) = (0, 0.0);
        foreach (var million in millions)
        {
            for (; registered < million * 1_000_000; registered += FillVoters)
                await PushAsync(bench, offices.Dequeue(), FillVoters);
            var rates = new List<double>();
            for (var i = 0; i < Measurements; i++)
                rates.Add(await PushAsync(bench, offices.Dequeue(), voters));
            var spread = Spread.Of(rates);
            empty = million == 0 ? spread.Median : empty;
            output.Result(
                new { Benchmark = "growth", Db = kind, Millions = million, ChangesPerSecond = spread, RatioEmpty = spread.Median / empty },
                $"  beside {million} million: {spread.Median:N0} changes/s ({spread.Min:N0} to {spread.Max:N0}), {spread.Median / empty:F2} of empty");
        }
    }

    private static async Task<double> PushAsync(Bench bench, string office, int voters)
    {
        var client = await bench.ClientOfAsync(office);
        var export = Exports.WriteClean(bench.Workspace, office, voters);
        var sending = (await Bench.PushNewAsync(client, export, voters)).Sending;
        await bench.CaughtUpAsync();
        File.Delete(export);
        return voters / sending.TotalSeconds;
    }
}
