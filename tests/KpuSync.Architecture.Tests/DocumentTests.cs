using System.Text.RegularExpressions;

namespace KpuSync.Architecture.Tests;

public partial class DocumentTests
{
    [Fact]
    public void Documents_RelativeLinks_LeadSomewhere()
    {
        var broken =
            from path in Repository.Files("*.md")
            from link in Link().Matches(File.ReadAllText(Repository.FullPath(path))).Select(match => match.Groups[1].Value)
            where !link.Contains("://", StringComparison.Ordinal)
            let target = Path.Combine(Path.GetDirectoryName(Repository.FullPath(path))!, link)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{path} -> {link}";

        broken.ShouldBeEmpty();
    }

    // Documents name types and folders; one that was renamed since misleads.
    [Fact]
    public void Architecture_PathsInIt_Exist()
    {
        var text = File.ReadAllText(Repository.FullPath("docs/architecture.md"));

        SourcePath().Matches(text).Select(match => match.Groups[1].Value)
            .Where(path => !File.Exists(Repository.FullPath(path)) && !Directory.Exists(Repository.FullPath(path)))
            .ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\(([^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`((?:src|clients|tests|protos|docs|tools)/[\w./-]+)`")]
    private static partial Regex SourcePath();
}
