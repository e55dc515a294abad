using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Tests;

public class RuleSeveritiesTests
{
    private static readonly RuleSeverities Softened = Parse(("VOTER_UNDER_AGE", "warning"), ("VOTER_OVER_100_UNVERIFIED", "warning"));

    [Fact]
    public void Version_NothingChanged_IsTheRuleSets()
    {
        RuleSeverities.None.Version.ShouldBe(ChangeRules.RuleSetVersion);
        Parse(("VOTER_UNDER_AGE", "error")).Version.ShouldBe(ChangeRules.RuleSetVersion);
    }

    [Fact]
    public void Version_SeveritiesChanged_NamesThemInOrder() =>
        Softened.Version.ShouldBe($"{ChangeRules.RuleSetVersion}+VOTER_OVER_100_UNVERIFIED=warning,VOTER_UNDER_AGE=warning");

    [Fact]
    public void Version_EverySeverityChanged_FitsTheLedger()
    {
        var all = RuleRegistry.All.Where(rule => rule.CanBe is not null).Select(rule => (rule.Code, rule.CanBe![0].ToString().ToLowerInvariant()));

        Parse([.. all]).Version.Length.ShouldBeLessThanOrEqualTo(ChangeRules.RuleSetVersionLengthMax);
    }

    [Fact]
    public void Of_RuleNotNamed_IsItsOwn()
    {
        Softened.Of(VoterRules.VoterUnderAge).ShouldBe(Severity.Warning);
        Softened.Of(VoterRules.NikMalformed).ShouldBe(Severity.Error);
    }

    [Theory]
    [InlineData("NO_SUCH_RULE", "warning", "No rule has this code")]
    [InlineData("voter_under_age", "warning", "No rule has this code")]
    [InlineData("VOTER_UNDER_AGE", "mild", "Use `error`, `hold` or `warning`")]
    [InlineData("VOTER_UNDER_AGE", "hold", "This rule can only be: `error`, `warning`.")]     // Nobody could settle such a hold.
    [InlineData("NIK_MALFORMED", "warning", "without it a change cannot be decided")]
    [InlineData("NIK_OTHER_PERSON", "warning", "without it a change cannot be decided")]      // Two people must never overwrite each other.
    [InlineData("TEXT_HOLDS_IDENTITY_NUMBER", "warning", "This rule is always `error`")]
    public void ProblemsOf_NotUsable_IsNamedInBothLanguages(string code, string severity, string english)
    {
        var (named, problem) = RuleSeverities.ProblemsOf(new Dictionary<string, string> { [code] = severity }).ShouldHaveSingleItem();

        named.ShouldBe(code);
        problem.Split(" / ").Length.ShouldBe(2);
        problem.ShouldContain(english);
        Should.Throw<FormatException>(() => Parse((code, severity)));
    }

    // Clients send voters whatever their rules say, but keep back faulty items: what a server takes in spite of them would never reach it.
    [Fact]
    public void Registry_RulesThatCanBeMilder_AreOfVotersAlone() =>
        RuleRegistry.All.Where(rule => rule.CanBe?.Any(severity => severity > rule.Severity) == true).Select(rule => rule.Code)
            .ShouldBe(["MINUTES_REQUIRED", "NKK_PROVINCE_UNKNOWN", "VOTER_OVER_100_UNVERIFIED", "VOTER_UNDER_AGE"], ignoreOrder: true);

    [Fact]
    public void Registry_RulesThatCanBeOther_NeverHoldWhatNobodyCouldSettle()
    {
        foreach (var rule in RuleRegistry.All.Where(rule => rule.CanBe is not null))
        {
            rule.CanBe!.ShouldNotContain(rule.Severity, rule.Code);
            rule.CanBe!.ShouldNotContain(Severity.Hold, rule.Code);
        }
    }

    private static RuleSeverities Parse(params (string Code, string Severity)[] settings) =>
        RuleSeverities.Parse(settings.ToDictionary(s => s.Code, s => s.Severity));
}
