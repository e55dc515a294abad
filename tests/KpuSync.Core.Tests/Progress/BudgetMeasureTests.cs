using KpuSync.Contracts.V1;
using KpuSync.Core.Progress;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Tests.Progress;

/// <summary>Realisation against ceiling, plan and the 96 percent of the year.</summary>
public class BudgetMeasureTests
{
    private static readonly ProgressPlan Even = new() { CumulativeTargets = { Enumerable.Range(1, 12).Select(month => month * 80L) } };

    [Theory]
    [InlineData(12, 959, true, 1)]
    [InlineData(12, 960, false, 0)]
    [InlineData(6, 480, false, 480)]   // 6 of 12 months: half of 96 percent.
    [InlineData(6, 479, true, 481)]
    public void Of_WithoutAPlan_MeasuresByTheMonthsTwelfths(int month, long realised, bool isUnder, long missing)
    {
        var standing = BudgetMeasure.Of(new Budget { RevisedCeiling = 1_000, Realised = realised }, new ReportMonth(2026, month), null);
        (standing.UnderYearEndTarget, standing.Missing, standing.UnderPlan).ShouldBe((isUnder, missing, false));
    }

    [Theory]
    [InlineData(10, 800, false, 960, false)]   // As planned: 960 of 1,000 at year end.
    [InlineData(10, 799, true, 959, true)]
    [InlineData(12, 960, false, 960, false)]
    public void Of_WithAPlan_ExpectsWhatThePlanStillHas(int month, long realised, bool isUnderPlan, long expected, bool isUnderTarget)
    {
        var standing = BudgetMeasure.Of(new Budget { RevisedCeiling = 1_000, Realised = realised }, new ReportMonth(2026, month), Even);
        (standing.UnderPlan, standing.Expected, standing.UnderYearEndTarget).ShouldBe((isUnderPlan, expected, isUnderTarget));
    }

    [Fact]
    public void Of_APlanBeyondTheCeiling_ExpectsNoMoreThanTheCeiling() =>
        BudgetMeasure.Of(new Budget { RevisedCeiling = 500, Realised = 100 }, new ReportMonth(2026, 1), Even).Expected.ShouldBe(500);

    [Fact]
    public void Of_APlanTwiceTheCeiling_DoesNotHideThatMoneyIsLeft() =>
        BudgetMeasure.Of(new Budget { RevisedCeiling = 480, Realised = 48 }, new ReportMonth(2026, 6), Even)
            .ShouldSatisfyAllConditions(s => s.Expected.ShouldBe(48), s => s.UnderYearEndTarget.ShouldBeTrue());

    [Fact]
    public void Of_NoCeiling_IsNothingOfNothing()
    {
        var standing = BudgetMeasure.Of(new Budget(), new ReportMonth(2026, 12), null);
        (standing.RealisedBasisPoints, standing.UnderYearEndTarget, standing.Missing).ShouldBe((0, false, 0));
    }

    // 9 x 10^18 rupiah: products would not fit into 64 bits.
    [Fact]
    public void Of_TheLargestAmounts_DoesNotOverflow() =>
        BudgetMeasure.Of(new Budget { RevisedCeiling = long.MaxValue, Realised = long.MaxValue }, new ReportMonth(2026, 12), null).RealisedBasisPoints.ShouldBe(10_000);
}
