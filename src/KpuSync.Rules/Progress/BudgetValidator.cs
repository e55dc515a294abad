using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Progress;

/// <summary>Rules of a budget: nothing below zero, nothing over the revised ceiling, parts that sum.</summary>
internal sealed class BudgetValidator : MessageValidator<Budget>
{
    public BudgetValidator()
    {
        Field("initial_ceiling", s => s.Message.InitialCeiling, static (_, amount) => Rupiah.Check(amount));
        Field("revised_ceiling", s => s.Message, static (_, budget) => Rupiah.Check(budget.RevisedCeiling) ?? CheckCeilings(budget));
        Field("revision", s => s.Message, static (_, budget) => MonthlyCount.Check(budget.Revision) ?? CheckRevision(budget));
        Field("blocked", s => s.Message, static (_, budget) => Rupiah.Check(budget.Blocked) ?? CheckBlocked(budget));
        Field("realised", s => s.Message, static (_, budget) =>
            Rupiah.Check(budget.Realised) ?? CheckRealised(budget.Realised, budget.RevisedCeiling) ?? CheckAmounts(budget));
        Field("by_type.type", s => s.Message, static (_, budget) => CheckTypes(budget));
        Field("by_type.revised_ceiling", s => s.Message, static (_, budget) => FirstOf(budget, part => Rupiah.Check(part.RevisedCeiling)));
        Field("by_type.realised", s => s.Message, static (_, budget) => FirstOf(budget, part => Rupiah.Check(part.Realised) ?? CheckPart(part)));
        Field("waiting.submitted_date", s => s.Message.Waiting, static (s, waiting) =>
            waiting is null ? null : waiting.SubmittedDate.Length == 0 ? FieldRules.Required : PastDay.Check(waiting.SubmittedDate, s.At.Today));
        Field("waiting.ceiling", s => s.Message.Waiting, static (_, waiting) => waiting is null ? null : Rupiah.Check(waiting.Ceiling));
    }

    private static Broken? CheckRevision(Budget budget) =>
        budget.Revision == 0 && budget.RevisedCeiling != budget.InitialCeiling ? ProgressRules.RevisionMissing : null;

    // What is blocked cannot be spent; a block that came later than the spending is a matter to look at, and no mistake of the report.
    private static Broken? CheckBlocked(Budget budget)
    {
        if (budget.Blocked > budget.RevisedCeiling)
            return new Broken(ProgressRules.BlockedOverCeiling, ("blocked", Rupiah.Text(budget.Blocked)), ("ceiling", Rupiah.Text(budget.RevisedCeiling)));
        return budget.Realised > budget.RevisedCeiling || budget.Blocked <= budget.RevisedCeiling - budget.Realised
            ? null
            : new Broken(
                ProgressRules.BlockedSpent,
                ("blocked", Rupiah.Text(budget.Blocked)), ("realised", Rupiah.Text(budget.Realised)), ("ceiling", Rupiah.Text(budget.RevisedCeiling)));
    }

    private static Broken? CheckRealised(long realised, long ceiling) => realised <= ceiling
        ? null
        : new Broken(ProgressRules.RealisedOverCeiling, ("realised", Rupiah.Text(realised)), ("ceiling", Rupiah.Text(ceiling)));

    private static Broken? CheckPart(SpendingBudget part) => part.Realised <= part.RevisedCeiling
        ? null
        : new Broken(
            ProgressRules.PartOverCeiling,
            ("account", AccountOf(part.Type)), ("realised", Rupiah.Text(part.Realised)), ("ceiling", Rupiah.Text(part.RevisedCeiling)));

    private static string AccountOf(SpendingType type) => type switch
    {
        SpendingType.Staff => "51",
        SpendingType.Goods => "52",
        _ => "53",
    };

    private static Broken? CheckCeilings(Budget budget) => CheckSum(budget, part => part.RevisedCeiling, budget.RevisedCeiling);

    private static Broken? CheckAmounts(Budget budget) => CheckSum(budget, part => part.Realised, budget.Realised);

    // In 128 bits: three parts of 64 may be more than 64 hold.
    private static Broken? CheckSum(Budget budget, Func<SpendingBudget, long> amountOf, long total)
    {
        if (budget.ByType.Count == 0)
            return null;
        Int128 sum = 0;
        foreach (var part in budget.ByType)
            sum += amountOf(part);
        return sum == total
            ? null
            : new Broken(ProgressRules.PartsDiffer, ("sum", sum.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("total", Rupiah.Text(total)));
    }

    private static Broken? CheckTypes(Budget budget)
    {
        if (FirstOf(budget, part => NumberForm.RequiredEnum((int)part.Type, last: (int)SpendingType.Capital)) is { } unknown)
            return unknown;
        return budget.ByType.DistinctBy(part => part.Type).Count() == budget.ByType.Count ? null : ProgressRules.TypeRepeated;
    }

    private static Broken? FirstOf(Budget budget, Func<SpendingBudget, Broken?> check)
    {
        foreach (var part in budget.ByType)
        {
            if (check(part) is { } broken)
                return broken;
        }

        return null;
    }
}
