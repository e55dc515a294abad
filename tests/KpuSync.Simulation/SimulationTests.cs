using System.Security.Cryptography;
using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;
using Xunit.Abstractions;

namespace KpuSync.Simulation;

/// <summary>
/// Goal: the promise holds under any schedule of faults. Method: run a seed (lost acknowledgements, double delivery, reordering, a crash at any step of a
/// write, restores from older copies, two producers of one office), stop the faults, drain, and compare ledger, register and journals.
/// </summary>
public class SimulationTests(ITestOutputHelper output)
{
    private const int Steps = 120;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Run_Seed_KeepsThePromise(int seed)
    {
        output.WriteLine($"seed {seed}");
        await using var simulator = await Simulator.RunAsync(seed, Steps);

        foreach (var producer in simulator.Producers)
            await CheckProducerAsync(simulator, producer);
        foreach (var office in simulator.Producers.Select(p => OfficeCode.Parse(p.Office)).Distinct())
            await CheckOfficeAsync(simulator, office);
    }

    [Fact]
    public async Task Run_SameSeedTwice_IsTheSameRun()
    {
        await using var first = await Simulator.RunAsync(7, Steps / 2);
        await using var second = await Simulator.RunAsync(7, Steps / 2);

        second.Trace.ShouldBe(first.Trace);
        first.Trace.ShouldNotBeEmpty();
    }

    // Every acknowledged batch is in the ledger exactly once, with the content that was sent and the receipt that the producer holds.
    private static async Task CheckProducerAsync(Simulator simulator, SimulatedProducer producer)
    {
        producer.HasWaiting.ShouldBeFalse();
        var entries = (await EntriesAsync(simulator, OfficeCode.Parse(producer.Office))).Where(e => e.ProducerId == producer.Id).ToList();
        entries.Select(e => e.Sequence!.Value).ShouldBe(Enumerable.Range(1, producer.Journal.Count).Select(i => (long)i));
        foreach (var (entry, batch, receipt) in entries.Zip(producer.Journal, producer.Receipts))
        {
            entry.BatchId.ShouldBe(batch.BatchId);
            entry.ContentDigest.ShouldBe(SHA256.HashData([.. batch.Changes.SelectMany(c => c.ToByteArray())]));
            Receipt.Parser.ParseFrom(entry.Receipt).ShouldBe(receipt);
            entry.Statuses.Length.ShouldBe(batch.Changes.Count);
        }
    }

    private static async Task CheckOfficeAsync(Simulator simulator, OfficeCode office)
    {
        (await simulator.Core.Get<ChainVerifier>().VerifyAsync(office, default)).Faults.ShouldBeEmpty();
        (await simulator.Core.Get<RebuildHandler>().CheckAsync(office, default)).Differences.ShouldBeEmpty();

        (await simulator.Core.Get<TallyCheck>().CheckAsync(office, default)).Differences.ShouldBeEmpty();

        // One current outcome for each change: what was not applied is pending, once, and nothing else is.
        var expected = new List<(long, int)>();
        foreach (var entry in (await EntriesAsync(simulator, office)).Where(e => e.Kind is EntryKind.Batch))
        {
            for (var i = 0; i < entry.Statuses.Length; i++)
            {
                if ((OutcomeStatus)entry.Statuses[i] is not (OutcomeStatus.Applied or OutcomeStatus.Unchanged))
                    expected.Add((entry.Position, i));
            }
        }

        var pending = new List<PendingChange>();
        await foreach (var change in simulator.Core.Store.PendingOfAsync(office, default))
            pending.Add(change);
        pending.Select(p => (p.Position, p.Index)).ShouldBe(expected);
        pending.Where(p => p.State is PendingState.Superseded).ShouldAllBe(p => p.SettledPosition >= p.Position);
    }

    private static async Task<IReadOnlyList<LedgerEntry>> EntriesAsync(Simulator simulator, OfficeCode office) =>
        await simulator.Core.Store.EntriesAfterAsync(office, 0, int.MaxValue, default);
}
