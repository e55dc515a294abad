using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Glance;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>A range at a glance, from what was pushed.</summary>
public class GlanceTests : CoreTests
{
    [Fact]
    public async Task Province_HasEveryOfficeAlsoThoseThatNeverSent()
    {
        await PushAsync(VoterExamples.New(1));
        await Core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, "5101", [VoterExamples.New(30, "5101")]), TestCore.Operator("5101"));
        var view = await LookAsync("P52");

        view.Offices.Select(o => o.Office.Value).ShouldBe(["5201", "5202", "5203", "5204", "5205", "5206", "5207", "5208", "5271", "5272"]);
        (view.Offices[0].LastBatch, view.Offices[1].LastBatch).ShouldBe((Core.Time.GetUtcNow(), null));
        view.Offices[1].ShouldBe(new OfficeGlance(view.Offices[1].Office, null, 0, 0, 0, new SexCount(), null));
    }

    [Fact]
    public async Task Office_CountsWhatIsHeldFailedAndDouble()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.Upsert(VoterExamples.Record(70, birthDate: "1924-05-05")));
        await PushAsync(VoterExamples.Remove(VoterExamples.NikOf(9), RemovalGround.Deceased));
        var elsewhere = VoterExamples.Record(1, "5202");
        elsewhere.Nik = VoterExamples.NikOf(1);
        await Core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, "5202", [VoterExamples.Upsert(elsewhere)]), TestCore.Operator("5202"));
        (await LookAsync("P52")).EntriesBehind.ShouldBe(3);

        await Core.Get<Scanner>().CatchUpAsync(default);
        var view = await LookAsync("P52");

        // The notice of the duplicate is an entry too, but not a batch of the office.
        (view.DuplicateCases, view.EntriesBehind).ShouldBe((1L, 0L));
        view.Offices.Take(2).Select(o => (o.Held, o.Parked, o.Duplicates)).ShouldBe([(1L, 1L, 1L), (0L, 0L, 1L)]);
    }

    [Fact]
    public async Task Trend_EndsWithTheVotersOfNow()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.New(2), VoterExamples.New(3));
        Core.Time.Advance(TimeSpan.FromDays(10)); // 4 December.
        await PushAsync(VoterExamples.Remove(VoterExamples.NikOf(2), RemovalGround.Deceased));
        var view = await LookAsync("5201");

        view.Trend.Count.ShouldBe(GlanceHandler.TrendMonths);
        view.Trend.TakeLast(3).Select(m => (m.Month.ToString(), m.Voters.Male + m.Voters.Female)).ShouldBe([("2026-10", 0), ("2026-11", 3), ("2026-12", 2)]);
        view.Trend[^1].Voters.ShouldBe(view.Offices.Single().Voters);
    }

    [Fact]
    public async Task Budget_StandsAgainstThePlanOfItsYear()
    {
        await PushAsync(ProgressExamples.Plan(2026), ProgressExamples.Report("2026-10", 700_000_000));
        var budget = (await LookAsync("5201")).Offices.Single().Budget!;

        (budget.Standing.RealisedBasisPoints, budget.Standing.Planned, budget.Standing.UnderPlan).ShouldBe((7_000, 800_000_000L, true));
        (await LookAsync("5201", month: "2026-09")).Offices.Single().Budget.ShouldBeNull();
    }

    [Theory]
    [InlineData("P51", ErrorReason.RangeNotGranted)]
    [InlineData("RI", ErrorReason.RangeNotGranted)]
    public async Task Range_OfOthers_IsRefused(string range, ErrorReason reason) =>
        (await Core.Get<GlanceHandler>().HandleAsync(Administrator, OfficeCode.Parse(range), ReportMonth.Parse("2026-10"), default)).Error!.Reason.ShouldBe(reason);

    private static Caller Administrator => new("test-administrator", Role.Administrator, OfficeCode.Parse("P52"));

    private async Task<GlanceView> LookAsync(string range, string month = "2026-10") =>
        (await Core.Get<GlanceHandler>().HandleAsync(Administrator, OfficeCode.Parse(range), ReportMonth.Parse(month), default)).Value;
}
