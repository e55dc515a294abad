using System.CommandLine;
using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.People;
using KpuSync.TestKit.Stores;

namespace KpuSync.Benchmarks;

/// <summary>What the scanner looks at in a second, as a share of what the same handlers and database take in, into an empty register and beside one that is full.</summary>
internal static class ScanBenchmark
{
    private const int BatchChanges = 1_000;

    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 200_000, "Voters that are pushed and then scanned, all of the ten offices.");
        var register = Arguments.Count("--register", 0, "People who are registered and scanned before.");
        var seed = new Option<int>("--seed") { Description = "Seed of the people.", DefaultValueFactory = _ => 4_711 };
        var json = Arguments.Json();
        var command = new Command("scan", "The scanner's rate against the push rate, without network.") { voters, register, seed, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(voters), result.GetValue(register), result.GetValue(seed), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, int register, int seed, Output output)
    {
        output.Say($"scan: {voters:N0} voters beside {register:N0} registered people, seed {seed}");
        var people = Population.Make(new PopulationOptions(register + voters, 0, 0, seed)).Records;
        using var workspace = new Workspace();
        await using var core = await TestCore.OpenSqliteAsync(workspace.PathOf("scan.db"));
        var sequences = new Dictionary<string, long>();
        if (register > 0)
        {
            var (pushed, scanned) = (await PushAsync(core, people.Take(register), sequences), await ScanAsync(core));
            output.Say($"  before: {register / pushed:N0} changes/s pushed, {register / scanned:N0} scanned");
        }

        var push = voters / await PushAsync(core, people.Skip(register), sequences);
        var scan = voters / await ScanAsync(core);
        output.Result(
            new { Benchmark = "scan", Voters = voters, Register = register, Seed = seed, PushedPerSecond = push, ScannedPerSecond = scan, Share = scan / push },
            $"  pushed {push:N0} changes/s, scanned {scan:N0}/s: {scan / push:F2} of the push rate");
    }

    private static async Task<double> PushAsync(TestCore core, IEnumerable<VoterRecord> people, Dictionary<string, long> sequences)
    {
        var batches = new List<Batch>();
        foreach (var office in people.GroupBy(p => p.VillageCode[..4]))
        {
            foreach (var chunk in office.Chunk(BatchChanges))
            {
                var sequence = sequences[office.Key] = sequences.GetValueOrDefault(office.Key) + 1;
                batches.Add(BatchExamples.With(sequence, BatchExamples.Producer, office.Key, chunk.Select(voter => VoterExamples.Upsert(Voters.Complete(voter)))));
            }
        }

        var start = TimeProvider.System.GetTimestamp();
        foreach (var answer in await core.PushAllAsync(batches))
        {
            var receipt = answer.Value.Receipt;
            if (receipt.Counts.Rejected > 0)
                throw new InvalidOperationException($"Some were rejected: {receipt.Counts}, the first for {receipt.Outcomes.First(o => o.Status is OutcomeStatus.Rejected).Violations}.");
        }

        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> ScanAsync(TestCore core)
    {
        var start = TimeProvider.System.GetTimestamp();
        await core.Get<Scanner>().CatchUpAsync(default);
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
