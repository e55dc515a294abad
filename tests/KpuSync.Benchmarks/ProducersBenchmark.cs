using System.Globalization;

namespace KpuSync.Benchmarks;

/// <summary>Offices that push at once: more of them must not slow all of them down.</summary>
internal static class ProducersBenchmark
{
    // Of the nation, so that there are enough for every count; the first ones warm up.
    private static readonly string[] Offices = [.. Rules.Regions.RegionCatalogue.Default.Offices.Select(o => o.Code).Order(StringComparer.Ordinal)];

    public static async Task RunAsync(IReadOnlyList<int> counts, int voters, string kind, Output output)
    {
        // On PostgreSQL through two servers, in turn.
        var servers = kind == "postgres" ? 2 : 1;
        output.Say($"push: {voters:N0} voters over 1 or more offices at once into {kind}, {servers} server(s)");
        await using var bench = await Bench.SetUpAsync(kind, servers);
        var next = 0;
        await PushAsync(bench, TakeOffices(ref next, servers), voters, servers);
        var best = 0.0;
        foreach (var count in counts)
        {
            var rate = await PushAsync(bench, TakeOffices(ref next, count), voters, servers);
            var share = best == 0 ? 1 : rate / best;
            best = Math.Max(best, rate);
            output.Result(
                new { Benchmark = "push_producers", Db = kind, Servers = servers, Producers = count, ChangesPerSecond = rate, RatioBest = share },
                $"  {count} producers: {rate:N0} changes/s, {share.ToString("F2", CultureInfo.InvariantCulture)} of the best before");
        }
    }

    private static string[] TakeOffices(ref int next, int count)
    {
        var taken = Offices[next..(next + count)];
        next += count;
        return taken;
    }

    // From the first batch that is sent to the last that is acknowledged, all offices together.
    private static async Task<double> PushAsync(Bench bench, string[] offices, int voters, int servers)
    {
        var each = voters / offices.Length;
        var pushes = new List<Func<Task<(long Begin, long End)>>>();
        for (var i = 0; i < offices.Length; i++)
        {
            var client = await bench.ClientOfAsync(offices[i], i % servers);
            var export = Exports.WriteClean(bench.Workspace, offices[i], each);
            pushes.Add(async () =>
            {
                var sending = (await Bench.PushNewAsync(client, export, each)).Sending;
                var end = TimeProvider.System.GetTimestamp();
                return (end - (long)(sending.TotalSeconds * TimeProvider.System.TimestampFrequency), end);
            });
        }

        var spans = await Task.WhenAll(pushes.Select(push => Task.Run(push)));
        await bench.CaughtUpAsync();
        return each * offices.Length / TimeProvider.System.GetElapsedTime(spans.Min(s => s.Begin), spans.Max(s => s.End)).TotalSeconds;
    }
}
