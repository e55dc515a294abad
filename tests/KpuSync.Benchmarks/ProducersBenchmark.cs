using System.Globalization;
using KpuSync.Contracts.V1;

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
        output.Say($"push: {voters:N0} voters over 1 or more offices at once into {kind}, {servers} server(s), without the client library");
        await using var bench = await Bench.SetUpAsync(kind, servers);
        var (offices, people) = (new Queue<string>(Offices), new Queue<VoterRecord>(Voters.People(voters * (counts.Count + 1), seed: 1)));
        await PushAsync(bench, offices, people, servers, voters, servers);
        var best = 0.0;
        foreach (var count in counts)
        {
            var rate = await PushAsync(bench, offices, people, count, voters, servers);
            var share = best == 0 ? 1 : rate / best;
            best = Math.Max(best, rate);
            output.Result(
                new { Benchmark = "push_producers", Db = kind, Servers = servers, Producers = count, ChangesPerSecond = rate, RatioBest = share },
                $"  {count} producers: {rate:N0} changes/s, {share.ToString("F2", CultureInfo.InvariantCulture)} of the best before");
        }
    }

    // Batches are made beforehand, so that nothing but sending falls into the time: what an office's own computer does beside it is its own.
    private static async Task<double> PushAsync(Bench bench, Queue<string> offices, Queue<VoterRecord> people, int count, int voters, int servers)
    {
        var producers = new List<(OfficeStream Stream, List<Batch> Batches)>();
        for (var i = 0; i < count; i++)
        {
            var office = offices.Dequeue();
            var stream = await OfficeStream.OpenAsync(bench, office, i % servers);
            var own = Voters.WithNumbersOf(office, Enumerable.Range(0, voters / count).Select(_ => people.Dequeue()));
            producers.Add((stream, stream.BatchesOf(Voters.NewIn(office, own))));
        }

        var seconds = await Timing.SecondsAsync(() => Task.WhenAll(producers.Select(p => Task.Run(() => p.Stream.PushAsync(p.Batches, repeated: false)))));
        producers.ForEach(p => p.Stream.Dispose());
        await bench.CaughtUpAsync();
        return producers.Sum(p => p.Batches.Sum(b => b.Changes.Count)) / seconds;
    }
}
