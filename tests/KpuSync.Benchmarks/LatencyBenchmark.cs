using System.CommandLine;
using KpuSync.Benchmarks.Floors;

namespace KpuSync.Benchmarks;

/// <summary>How long one voter's change takes to its receipt, against one durable row.</summary>
internal static class LatencyBenchmark
{
    private const string Office = "5201";
    private const int Blocks = 5;

    // The second, once the database has its statistics and plans every statement anew.
    private const int WarmUps = 2;

    // Whichever is larger: on a fast disk a push may take this much more than the commit in it, on a slow one so many times as long.
    private const double TimesMax = 3;
    private const double MoreMilliseconds = 5;

    public static Command Command()
    {
        var changes = Arguments.Count("--changes", 5_000, "Pushes of one change, and as many bare commits, in turns of a fifth: at p99, fifty decide.");
        var database = BenchDatabase.Option();
        var json = Arguments.Json();
        var command = new Command("latency", "A one-change push against a bare durable commit.") { changes, database, json };
        command.SetAction((result, _) => RunAsync(Math.Max(1, result.GetValue(changes) / Blocks), result.GetValue(database)!, new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int each, string kind, Output output)
    {
        await using var bench = await Bench.SetUpAsync(kind);
        using var stream = await OfficeStream.OpenAsync(bench, Office);
        await using var floor = await FloorSet.MakeAsync(kind, bench.Workspace);
        var batches = Voters.NewIn(Office, each * (WarmUps + Blocks), seed: 1).Select((change, i) => stream.BatchOf(i + 1, change)).ToList();
        var (pushes, commits) = (new List<double>(), new List<double>());
        for (var block = 0; block < WarmUps + Blocks; block++)
        {
            var (pushed, committed) = (new List<double>(), new List<double>());
            foreach (var batch in batches.Skip(block * each).Take(each))
            {
                pushed.Add(await Timing.SecondsAsync(() => stream.PushAsync(batch)) * 1000);
            }

            for (var i = 0; i < each; i++)
            {
                var row = new FloorRow((block * each) + i, Office, 1, 0, 1, 1, new byte[200]);
                committed.Add(await Timing.SecondsAsync(() => floor.CommitOneAsync(row)) * 1000);
            }

            if (block == 0)
                await bench.CaughtUpAsync();
            if (block < WarmUps)
                continue;

            pushes.AddRange(pushed);
            commits.AddRange(committed);
        }

        var (push, commit) = (Quantiles.Of(pushes), Quantiles.Of(commits));
        var allowed = Math.Max(commit.P99 * TimesMax, commit.P99 + MoreMilliseconds);
        output.Result(
            new { Benchmark = "latency", Db = kind, Changes = pushes.Count, PushMilliseconds = push, CommitMilliseconds = commit, AllowedP99Milliseconds = allowed },
            $"latency into {kind}: a push of one change p50 {push.P50:F2} ms, p99 {push.P99:F2} ms; a bare commit p50 {commit.P50:F2} ms, p99 {commit.P99:F2} ms; {allowed:F2} ms are allowed at p99");
    }

    private readonly record struct Quantiles(double P50, double P99)
    {
        public static Quantiles Of(List<double> values)
        {
            var sorted = values.Order().ToArray();
            return new Quantiles(sorted[sorted.Length / 2], sorted[(int)(sorted.Length * 0.99)]);
        }
    }
}
