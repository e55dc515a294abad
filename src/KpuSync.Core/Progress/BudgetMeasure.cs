using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Progress;

/// <summary>Measures a budget against its revised ceiling, its own plan, and the target of the year.</summary>
public static class BudgetMeasure
{
    /// <summary>Share of the revised ceiling to realise by year end, in hundredths of a percent (Rapim KPU se-NTB, 17 November 2025: at least 96 percent).</summary>
    public const int YearEndTargetBasisPoints = 9_600;

    private const int Whole = 10_000;
    private const int MonthsOfYear = 12;

    /// <summary>How a report stands.</summary>
    /// <param name="budget">The budget at the end of the month.</param>
    /// <param name="month">The month.</param>
    /// <param name="plan">The plan of the year; null if the office has none.</param>
    public static BudgetStanding Of(Budget budget, ReportMonth month, ProgressPlan? plan)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var planned = plan?.CumulativeTargets[month.Month - 1] ?? 0;
        var expected = Math.Min(budget.RevisedCeiling, budget.Realised + ToCome(budget, plan, planned));
        return new BudgetStanding
        {
            RealisedBasisPoints = ShareOf(budget.Realised, budget.RevisedCeiling),
            Planned = planned,
            UnderPlan = plan is not null && budget.Realised < planned,
            Expected = expected,
            ExpectedBasisPoints = ShareOf(expected, budget.RevisedCeiling),
            UnderYearEndTarget = plan is not null || month.Month == MonthsOfYear
                ? IsUnder(expected, Whole, budget.RevisedCeiling, YearEndTargetBasisPoints)
                : IsUnder(budget.Realised, Whole * MonthsOfYear, budget.RevisedCeiling, YearEndTargetBasisPoints * month.Month),
            Missing = Math.Max(0, TargetOf(budget.RevisedCeiling) - budget.Realised),
        };
    }

    // As far as the ceiling allows: what is planned beyond it will not be spent.
    private static long ToCome(Budget budget, ProgressPlan? plan, long planned) => plan is null
        ? 0
        : Math.Min(plan.CumulativeTargets[^1], budget.RevisedCeiling) - Math.Min(planned, budget.RevisedCeiling);

    // Products of rupiah need more than 64 bits.
    private static int ShareOf(long part, long whole) => whole == 0 ? 0 : (int)((Int128)part * Whole / whole);

    private static bool IsUnder(long part, int partWeight, long whole, int wholeWeight) => (Int128)part * partWeight < (Int128)whole * wholeWeight;

    // Rounded up: a rupiah less is under the target.
    private static long TargetOf(long ceiling) => (long)((((Int128)ceiling * YearEndTargetBasisPoints) + Whole - 1) / Whole);
}
