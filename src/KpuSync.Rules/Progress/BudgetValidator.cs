using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Progress;

/// <summary>Rules of a budget: nothing below zero, nothing over the revised ceiling, parts that sum.</summary>
internal sealed class BudgetValidator : MessageValidator<Budget>
{
    public BudgetValidator()
    {
        Field("initial_ceiling", s => s.Message.InitialCeiling, static (_, amount) => NumberForm.AtLeast(amount, 0));
        Field("revised_ceiling", s => s.Message, static (_, budget) => NumberForm.AtLeast(budget.RevisedCeiling, 0) ?? CheckCeilings(budget));
        Field("revision", s => s.Message, static (_, budget) => NumberForm.AtLeast(budget.Revision, 0) ?? CheckRevision(budget));
        Field("blocked", s => s.Message, static (_, budget) => NumberForm.AtLeast(budget.Blocked, 0) ?? CheckBlocked(budget));
        Field("realised", s => s.Message, static (_, budget) =>
            NumberForm.AtLeast(budget.Realised, 0) ?? CheckRealised(budget.Realised, budget.RevisedCeiling) ?? CheckAmounts(budget));
        Field("by_type.type", s => s.Message, static (_, budget) => CheckTypes(budget));
        Field("by_type.revised_ceiling", s => s.Message, static (_, budget) => FirstOf(budget, part => NumberForm.AtLeast(part.RevisedCeiling, 0)));
        Field("by_type.realised", s => s.Message, static (_, budget) =>
            FirstOf(budget, part => NumberForm.AtLeast(part.Realised, 0) ?? CheckRealised(part.Realised, part.RevisedCeiling)));
        Field("waiting.submitted_date", s => s.Message.Waiting, static (s, waiting) =>
            waiting is null ? null : waiting.SubmittedDate.Length == 0 ? FieldRules.Required : PastDay.Check(waiting.SubmittedDate, s.At.Today));
        Field("waiting.ceiling", s => s.Message.Waiting, static (_, waiting) => waiting is null ? null : NumberForm.AtLeast(waiting.Ceiling, 0));
    }

    private static Broken? CheckRevision(Budget budget) =>
        budget.Revision == 0 && budget.RevisedCeiling != budget.InitialCeiling ? ProgressRules.RevisionMissing : null;

    private static Broken? CheckBlocked(Budget budget) => budget.Blocked <= budget.RevisedCeiling
        ? null
        : new Broken(ProgressRules.BlockedOverCeiling, ("blocked", Rupiah.Text(budget.Blocked)), ("ceiling", Rupiah.Text(budget.RevisedCeiling)));

    private static Broken? CheckRealised(long realised, long ceiling) => realised <= ceiling
        ? null
        : new Broken(ProgressRules.RealisedOverCeiling, ("realised", Rupiah.Text(realised)), ("ceiling", Rupiah.Text(ceiling)));

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
