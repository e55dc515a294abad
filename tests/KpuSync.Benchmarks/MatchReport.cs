using KpuSync.Core.Duplicates.Matching;
using KpuSync.TestKit.Matching;
using KpuSync.TestKit.People;

namespace KpuSync.Benchmarks;

/// <summary>Prints what a matching run found.</summary>
internal static class MatchReport
{
    public static void Print(MatchRun run, MatchOptions options, Output output)
    {
        PrintBlocks(run, output);
        output.Say($"");
        output.Say($"threshold   found  wrong  precision  recall");
        for (var bits = options.CaseBitsMin - 12; bits <= options.CaseBitsMin + 12; bits++)
        {
            var at = MatchQuality.Of(run, bits);
            output.Say($"{bits,9:F0} {at.Found,7} {at.Wrong,6} {at.Precision,10:F4} {at.Recall,7:F4}{(bits == options.CaseBitsMin ? "  <- opens a case" : "")}");
        }

        PrintRecallByKind(run, options.CaseBitsMin, output);
        PrintWrong(run, options.CaseBitsMin, output);
        var quality = MatchQuality.Of(run, options.CaseBitsMin);
        output.Say($"");
        output.Result(
            new { Benchmark = "match", People = run.Population.Records.Count, quality.Precision, quality.Recall, ScoresPerSecond = run.Scores.Count / run.ScoringTime.TotalSeconds },
            $"match: precision {quality.Precision:F4}, recall {quality.Recall:F4} at {quality.Bits:F0} bits");
    }

    private static void PrintBlocks(MatchRun run, Output output)
    {
        var registrations = run.Population.Records.Count;
        output.Say($"prepared: {registrations / run.PreparingTime.TotalSeconds:N0} people/s, {(double)run.KeyCount / registrations:F2} keys each");
        output.Say($"compared: {run.Scores.Count:N0} pairs, {2.0 * run.Scores.Count / registrations:F2} for each person, {run.Scores.Count / run.ScoringTime.TotalSeconds:N0} scores/s");
        foreach (var kind in Enum.GetValues<BlockingKind>())
        {
            var (blocks, people) = run.PassedOver.GetValueOrDefault(kind);
            output.Say($"  {kind,-18} {run.PairsOf.GetValueOrDefault(kind),9:N0} pairs; {blocks} blocks with {people:N0} people passed over");
        }
    }

    private static void PrintRecallByKind(MatchRun run, double bits, Output output)
    {
        output.Say($"");
        output.Say($"corruption          pairs  recall  compared");
        foreach (var kind in Enum.GetValues<CorruptionKind>().Where(kind => kind != CorruptionKind.None))
            PrintRecall(kind.ToString(), [.. run.Population.Copies.Where(copy => copy.Kinds.HasFlag(kind))], run, bits, output);
        foreach (var group in run.Population.Copies.GroupBy(copy => int.PopCount((int)copy.Kinds)).OrderBy(group => group.Key))
            PrintRecall($"{group.Key} together", [.. group], run, bits, output);
    }

    private static void PrintRecall(string name, CopiedPair[] copies, MatchRun run, double bits, Output output)
    {
        if (copies.Length == 0)
            return;
        var found = copies.Count(copy => MatchQuality.IsFound(run, copy, bits));
        var compared = copies.Count(copy => run.Scores.ContainsKey((copy.Original, copy.Copy)));
        output.Say($"{name,-18} {copies.Length,6} {(double)found / copies.Length,7:F4} {(double)compared / copies.Length,9:F4}");
    }

    private static void PrintWrong(MatchRun run, double bits, Output output)
    {
        var hard = run.Population.HardPairs.ToDictionary(pair => (pair.First, pair.Second), pair => pair.Kind);
        var copies = run.Population.Copies.Select(copy => (copy.Original, copy.Copy)).ToHashSet();
        var wrong = run.Scores.Where(pair => pair.Value.Bits >= bits && !copies.Contains(pair.Key)).ToArray();
        output.Say($"");
        output.Say($"hard pairs reported");
        foreach (var kind in Enum.GetValues<HardKind>())
            output.Say($"{kind,-18} {wrong.Count(pair => hard.TryGetValue(pair.Key, out var its) && its == kind)} of {hard.Values.Count(its => its == kind):N0}");
        output.Say($"others by chance   {wrong.Count(pair => !hard.ContainsKey(pair.Key))}");
    }
}
