using System.CommandLine;
using KpuSync.Client;

namespace KpuSync.Benchmarks;

/// <summary>A reader who comes anew and reads a province from its first entry, against the pushes that wrote it.</summary>
internal static class PullBenchmark
{
    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 100_000, "Voters of each office.");
        var rounds = Arguments.Count("--rounds", 5, "Offices that are pushed, 1 to 9, the whole province being read after each; one more warms up.");
        var database = BenchDatabase.Option();
        var json = Arguments.Json();
        var command = new Command("pull", "Changes decoded at a new reader, against the push rate.") { voters, rounds, database, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(voters), result.GetValue(rounds), result.GetValue(database)!, new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, int rounds, string kind, Output output)
    {
        output.Say($"pull: {voters:N0} voters an office into {kind}; after each office a new reader reads the province");
        await using var bench = await Bench.SetUpAsync(kind);
        await RoundAsync(bench, Exports.Offices[0], voters);
        var ratios = new List<double>();
        foreach (var office in Exports.Offices.Skip(1).Take(rounds))
        {
            var (push, pull) = await RoundAsync(bench, office, voters);
            ratios.Add(pull / push);
            output.Result(
                new { Benchmark = "pull_round", Db = kind, Voters = voters, PushPerSecond = push, PullPerSecond = pull, Ratio = pull / push },
                $"  {office}: pushed {push:N0} changes/s, pulled {pull:N0}/s: {pull / push:F1} times");
        }

        output.Result(new { Benchmark = "pull", Db = kind, Rounds = Math.Min(rounds, Exports.Offices.Count - 1), Ratio = Spread.Of(ratios) }, $"  times the push rate: {Spread.Of(ratios)}");
    }

    private static async Task<(double Push, double Pull)> RoundAsync(Bench bench, string office, int voters)
    {
        var client = await bench.ClientOfAsync(office);
        var push = voters / (await Bench.PushNewAsync(client, Exports.WriteClean(bench.Workspace, office, voters), voters)).Sending.TotalSeconds;
        await bench.CaughtUpAsync();

        var reader = await bench.ClientOfAsync("P52", role: "auditor");
        var changes = 0L;
        var seconds = await Timing.SecondsAsync(async () => changes = (await reader.PullAsync(new PullOptions { Province = "52", OnEntry = (_, _) => ValueTask.CompletedTask })).Changes);
        return changes % voters == 0 && changes > 0 ? (push, changes / seconds) : throw new InvalidOperationException($"{changes} changes were pulled, which is no multiple of {voters}.");
    }
}
