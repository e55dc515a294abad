using KpuSync.Core.Duplicates.Matching;
using KpuSync.TestKit.Matching;
using KpuSync.TestKit.People;
using Xunit.Abstractions;

namespace KpuSync.Core.Tests.Matching;

/// <summary>The benchmark <c>match</c> on a twentieth of its size; same bounds. The seed is none of those on which the weights were chosen.</summary>
public class MatchQualityTests(ITestOutputHelper output)
{
    private const int Seed = 52;

    [Fact]
    public void Matcher_RegisterWithCopiesAndHardPairs_FindsCopiesAndLittleElse()
    {
        var options = new MatchOptions();
        var run = MatchRun.Of(Population.Make(new PopulationOptions(People: 20_000, Copies: 1_000, HardPairs: 4_000, Seed)), options);

        var quality = MatchQuality.Of(run, options.CaseBitsMin);
        output.WriteLine($"seed {Seed}: {quality}, precision {quality.Precision:F4}, recall {quality.Recall:F4}");
        quality.Precision.ShouldBeGreaterThanOrEqualTo(0.98);
        quality.Recall.ShouldBeGreaterThanOrEqualTo(0.95);
        run.PassedOver.ShouldBeEmpty();
    }

    [Fact]
    public void Population_SameSeed_IsTheSame()
    {
        var options = new PopulationOptions(People: 500, Copies: 50, HardPairs: 100, Seed);

        Population.Make(options).Records.ShouldBe(Population.Make(options).Records);
    }

    // Otherwise what goes unfound could be what was never hidden.
    [Fact]
    public void Population_Copies_DifferFromTheirOriginalAsSaid()
    {
        var population = Population.Make(new PopulationOptions(People: 5_000, Copies: 2_000, HardPairs: 400, Seed));

        population.Copies.ShouldAllBe(copy => population.Records[copy.Original].Nik != population.Records[copy.Copy].Nik);
        population.Copies.ShouldAllBe(copy => int.PopCount((int)copy.Kinds) >= 1 && int.PopCount((int)copy.Kinds) <= 3);
        population.Copies.Select(copy => copy.Kinds).Aggregate((a, b) => a | b).ShouldBe(Enum.GetValues<CorruptionKind>().Aggregate((a, b) => a | b));
        population.Records.Select(record => record.Nik).Distinct().Count().ShouldBe(population.Records.Count);
    }
}
