using KpuSync.Contracts.Encoded;

namespace KpuSync.Benchmarks;

/// <summary>Offices that push at once: more of them must not slow all of them down.</summary>
internal sealed class ProducersBenchmark
{
    private readonly Bench _bench;
    private readonly int _voters;

    // Of the nation, so that there are enough: each office pushes once.
    private readonly Queue<string> _offices = new(Rules.Regions.RegionCatalogue.Default.Offices.Select(o => o.Code).Order(StringComparer.Ordinal));
    private int _pushes;

    private ProducersBenchmark(Bench bench, int voters) => (_bench, _voters) = (bench, voters);

    public static async Task RunAsync(IReadOnlyList<int> counts, int rounds, int voters, string kind, Output output)
    {
        // On PostgreSQL through two servers, in turn.
        var servers = kind == "postgres" ? 2 : 1;
        output.Say($"push: {voters:N0} voters over 1 or more offices at once into {kind}, {servers} server(s), {rounds} times, without the client library");
        await using var bench = await Bench.SetUpAsync(kind, servers);
        var benchmark = new ProducersBenchmark(bench, voters);

        // Servers that have run for days are what offices meet: the first time compiles.
        foreach (var count in counts)
            await benchmark.PushAsync(count);
        var measured = new List<Dictionary<int, double>>();
        for (var round = 0; round < rounds; round++)
        {
            // The register grows with every push: each count comes early in one round and late in another.
            var rates = new Dictionary<int, double>();
            for (var i = 0; i < counts.Count; i++)
            {
                var count = counts[(round + i) % counts.Count];
                rates[count] = await benchmark.PushAsync(count);
                output.Result(
                    new { Benchmark = "push_producers_round", Db = kind, Servers = servers, Round = round, Producers = count, ChangesPerSecond = rates[count] },
                    $"  round {round + 1}: {count} producers: {rates[count]:N0} changes/s");
            }

            measured.Add(rates);
        }

        for (var i = 0; i < counts.Count; i++)
        {
            var (count, before) = (counts[i], counts.Take(Math.Max(i, 1)));
            var (rate, share) = (Spread.Of([.. measured.Select(r => r[count])]), Spread.Of([.. measured.Select(r => r[count] / before.Max(c => r[c]))]));
            output.Result(
                new { Benchmark = "push_producers", Db = kind, Servers = servers, Rounds = rounds, Producers = count, ChangesPerSecond = rate, RatioBest = share },
                $"  {count} producers: {rate.Median:N0} changes/s; of the best of fewer: {share}");
        }
    }

    // Batches are made beforehand, so that nothing but sending falls into the time: what an office's own computer does beside it is its own.
    private async Task<double> PushAsync(int count)
    {
        var people = Voters.People(_voters, seed: ++_pushes).Chunk((_voters + count - 1) / count);
        var producers = new List<(OfficeStream Stream, List<EncodedBatch> Batches)>();
        foreach (var own in people)
        {
            var office = _offices.Dequeue();
            var stream = await OfficeStream.OpenAsync(_bench, office, producers.Count % _bench.Servers.Count);
            producers.Add((stream, stream.BatchesOf(Voters.NewIn(office, Voters.WithNumbersOf(office, own)))));
        }

        var seconds = await Timing.SecondsAsync(() => Task.WhenAll(producers.Select(p => Task.Run(() => p.Stream.PushAsync(p.Batches, repeated: false)))));
        producers.ForEach(p => p.Stream.Dispose());
        await _bench.CaughtUpAsync();
        return producers.Sum(p => p.Batches.Sum(b => b.Changes.Count)) / seconds;
    }
}
