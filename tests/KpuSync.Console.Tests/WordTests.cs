using System.Text.RegularExpressions;
using KpuSync.Console.Localization;
using KpuSync.Rules.Registry;
using Microsoft.Extensions.Localization;

namespace KpuSync.Console.Tests;

public sealed partial class WordTests
{
    [Fact]
    public void Words_InBothLanguages_AreTheSame() =>
        NamesIn(Language.Indonesian).ShouldBe(NamesIn(Language.English), ignoreOrder: true);

    [Fact]
    public void Words_ThatPagesUse_AreThere()
    {
        var known = NamesIn(Language.Indonesian).ToHashSet();
        var used = Directory.EnumerateFiles(Path.Combine(Root(), "src", "KpuSync.Console"), "*.razor", SearchOption.AllDirectories)
            .SelectMany(file => Use().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();
        used.Where(name => !known.Contains(name)).ShouldBeEmpty();
    }

    // What a page puts together from a value of the contract.
    [Theory]
    [InlineData("Outcome", typeof(Contracts.V1.OutcomeStatus))]
    [InlineData("Kind", typeof(Contracts.V1.Change.KindOneofCase))]
    [InlineData("Ground", typeof(Contracts.V1.RemovalGround))]
    [InlineData("Sex", typeof(Contracts.V1.Sex))]
    [InlineData("Reach", typeof(Contracts.V1.CaseReach))]
    [InlineData("Case", typeof(Contracts.V1.CaseState))]
    [InlineData("Failed", typeof(Contracts.V1.FailedState))]
    [InlineData("Action", typeof(Contracts.V1.FailedAction))]
    [InlineData("Job", typeof(Contracts.V1.FailedJobState))]
    [InlineData("Problem", typeof(Contracts.V1.MemberProblem))]
    [InlineData("Member", typeof(Contracts.V1.MemberStatus))]
    [InlineData("Level", typeof(Contracts.V1.RecapLevel))]
    [InlineData("Role", typeof(Core.Access.Role))]
    public void Words_OfEveryValue_AreThere(string prefix, Type values) =>
        Enum.GetNames(values).Select(name => prefix + name).Except(NamesIn(Language.Indonesian)).ShouldBeEmpty();

    private static List<string> NamesIn(Language language) =>
        [.. ((IStringLocalizer)new WordLocalizer(new Speech { Language = language })).GetAllStrings(includeParentCultures: false).Select(word => word.Name)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KpuSync.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    // Words whose name is put together end with a quote and a plus.
    [GeneratedRegex("T\\[\"(\\w+)\"[\\],]")]
    private static partial Regex Use();
}
