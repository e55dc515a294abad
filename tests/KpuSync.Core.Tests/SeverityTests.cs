using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Rules;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>Rules whose severity the deployment changed.</summary>
public class SeverityTests : CoreTests
{
    private static VoterRecord Old => VoterExamples.Record(1, birthDate: "1924-05-05");

    protected override RuleSeverities Severities => RuleSeverities.Parse(new Dictionary<string, string>
    {
        ["VOTER_OVER_100_UNVERIFIED"] = "warning",
        ["VOTER_UNDER_AGE"] = "warning",
        ["TEXT_NOT_NORMALISED"] = "error",
    });

    [Fact]
    public async Task Over100_AsAWarning_EntersAndIsWarnedOf()
    {
        (await OutcomeOfAsync(VoterExamples.Upsert(Old))).ShouldStartWith("Applied");

        (await ActiveAsync(Old.Nik)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Over100_AsAWarning_KeepsTheOtherWarnings()
    {
        await PushAsync(VoterExamples.New(1));

        var changed = VoterExamples.Record(1);
        changed.BirthDate = Old.BirthDate;

        var outcome = await OutcomeOfAsync(VoterExamples.Upsert(changed));

        outcome.ShouldContain("VOTER_OVER_100_UNVERIFIED");
        outcome.ShouldContain("VOTER_ALREADY_REGISTERED");
    }

    [Fact]
    public async Task Receipt_SeveritiesChanged_NamesThemAsItsEntryDoes()
    {
        var receipt = await PushAsync(VoterExamples.Upsert(Old));

        receipt.RuleSetVersion.ShouldBe($"{ChangeRules.RuleSetVersion}+TEXT_NOT_NORMALISED=error,VOTER_OVER_100_UNVERIFIED=warning,VOTER_UNDER_AGE=warning");
        (await Core.Store.EntriesAfterAsync(OfficeCode.Parse("5201"), 0, 1, default))[0].RuleSetVersion.ShouldBe(receipt.RuleSetVersion);
        receipt.Outcomes[0].Violations.ShouldContain(v => v.Code == "VOTER_OVER_100_UNVERIFIED" && v.Severity == Severity.Warning);
    }

    [Fact]
    public async Task Warning_AsAnError_RejectsTheChange()
    {
        var untidy = VoterExamples.Record(1, name: "baiq  lain");

        (await OutcomeOfAsync(VoterExamples.Upsert(untidy))).ShouldBe("Rejected TEXT_NOT_NORMALISED");
    }

    [Fact]
    public async Task Rebuild_UnderOtherSeverities_DecidesNothingAgain()
    {
        await PushAsync(VoterExamples.Upsert(Old, UpsertReason.NewFirstTime));
        await Core.DisposeAsync();

        await using var strict = await TestCore.OpenAsync(Folder.File("kpusync.db"));
        var report = await strict.Get<RebuildHandler>().CheckAsync(OfficeCode.Parse("5201"), default);

        report.Active.ShouldBe(1);
        report.Differences.ShouldBeEmpty();
    }
}
