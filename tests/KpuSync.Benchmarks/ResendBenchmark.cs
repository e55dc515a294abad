using System.CommandLine;

namespace KpuSync.Benchmarks;

/// <summary>Batches that the server has acknowledged, sent again: the answer is the stored receipt, and nothing is decided or written.</summary>
internal static class ResendBenchmark
{
    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 100_000, "Voters of each office.");
        var rounds = Arguments.Count("--rounds", 5, "Offices that are measured, 1 to 9; one more warms up.");
        var database = BenchDatabase.Option();
        var json = Arguments.Json();
        var command = new Command("resend", "Acknowledged batches sent again, against their first push.") { voters, rounds, database, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(voters), result.GetValue(rounds), result.GetValue(database)!, new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, int rounds, string kind, Output output)
    {
        output.Say($"resend: {voters:N0} voters an office into {kind}, pushed and then sent again, without the client library");
        await using var bench = await Bench.SetUpAsync(kind);
        await RoundAsync(bench, Exports.Offices[0], voters);
        var ratios = new List<double>();
        foreach (var office in Exports.Offices.Skip(1).Take(rounds))
        {
            var (first, again) = await RoundAsync(bench, office, voters);
            ratios.Add(first / again);
            output.Result(
                new { Benchmark = "resend_round", Db = kind, Voters = voters, FirstPerSecond = voters / first, AgainPerSecond = voters / again, Ratio = first / again },
                $"  {office}: first {voters / first:N0} changes/s, again {voters / again:N0}/s: {first / again:F1} times");
        }

        output.Result(new { Benchmark = "resend", Db = kind, Rounds = Math.Min(rounds, Exports.Offices.Count - 1), Ratio = Spread.Of(ratios) }, $"  times faster: {Spread.Of(ratios)}");
    }

    private static async Task<(double First, double Again)> RoundAsync(Bench bench, string office, int voters)
    {
        using var stream = await OfficeStream.OpenAsync(bench, office);
        var people = Voters.People(voters, seed: int.Parse(office, System.Globalization.CultureInfo.InvariantCulture));
        var batches = stream.BatchesOf(Voters.NewIn(office, Voters.WithNumbersOf(office, people)));
        var first = await Timing.SecondsAsync(() => stream.PushAsync(batches, repeated: false));
        await bench.CaughtUpAsync();
        return (first, await Timing.SecondsAsync(() => stream.PushAsync(batches, repeated: true)));
    }
}
