namespace KpuSync.Architecture.Tests;

/// <summary>The matcher is measured by synthetic people. What makes and corrupts them must not know how it works, or it would find what it had hidden itself.</summary>
public class MatchingTruthTests
{
    private static readonly string[] Matcher = ["KpuSync.Rules.Names", "KpuSync.Core"];

    [Fact]
    public void SyntheticPeople_Sources_UseNothingOfTheMatcher()
    {
        var sources = Repository.Files("*.cs").Where(path => path.StartsWith("tests/KpuSync.TestKit/People/", StringComparison.Ordinal)).ToList();

        sources.ShouldNotBeEmpty();
        sources.Where(path => Matcher.Any(part => File.ReadAllText(Repository.FullPath(path)).Contains(part, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Matcher_Sources_UseNothingOfTheSyntheticPeople() =>
        Repository.Files("*.cs").Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(Repository.FullPath(path)).Contains("KpuSync.TestKit", StringComparison.Ordinal)
                || File.ReadAllText(Repository.FullPath(path)).Contains("KpuSync.Samples", StringComparison.Ordinal))
            .ShouldBeEmpty();
}
