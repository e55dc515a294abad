using System.CommandLine;
using KpuSync.Core.Duplicates.Matching;
using KpuSync.TestKit.Matching;
using KpuSync.TestKit.People;

namespace KpuSync.Benchmarks;

/// <summary>How well and how fast probable duplicates (K3) are found in a register with planted copies and pairs that only look like copies.</summary>
/// <remarks>The weights and the threshold were chosen on seeds 1, 2 and 3; the default seed is none of them.</remarks>
internal static class MatchBenchmark
{
    private const int SeedDefault = 20_261_124;

    public static Command Command()
    {
        var people = Arguments.Count("--people", 400_000, "Different people.");
        var copies = Arguments.Count("--copies", 4_000, "Corrupted copies on top, with one to three slips each; one is always of the NIK.");
        var hard = Arguments.Count("--hard", 40_000, "Pairs among the people that look like copies and are not.");
        var seed = Arguments.Count("--seed", SeedDefault, "1, 2 and 3 were used to choose the weights.");
        var json = Arguments.Json();
        var command = new Command("match", "Measures precision and recall of probable duplicates, and the speed of comparing.") { people, copies, hard, seed, json };
        command.SetAction(result => Run(
            new PopulationOptions(result.GetValue(people), result.GetValue(copies), result.GetValue(hard), result.GetValue(seed)),
            new Output(result.GetValue(json))));
        return command;
    }

    private static void Run(PopulationOptions options, Output output)
    {
        output.Say($"match: {options.People:N0} people, {options.Copies:N0} copies, {options.HardPairs:N0} hard pairs, seed {options.Seed}");
        var matching = new MatchOptions();
        var run = MatchRun.Of(Population.Make(options), matching);
        MatchReport.Print(run, matching, output);
        var harder = options with { CorruptionsMin = options.CorruptionsMin + 1, CorruptionsMax = options.CorruptionsMax + 1 };
        var quality = MatchQuality.Of(MatchRun.Of(Population.Make(harder), matching), matching.CaseBitsMin);
        output.Say($"match: precision {quality.Precision:F4}, recall {quality.Recall:F4} with one more slip in every copy (not asked for: how it ages)");
    }
}
