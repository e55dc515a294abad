using KpuSync.Client.Items;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Progress;

/// <summary>Makes changes of rows.</summary>
internal static class ProgressRows
{
    /// <summary>A monthly report.</summary>
    /// <param name="cells">The row.</param>
    /// <param name="office">The office that it is of, where the row does not say.</param>
    public static Change ReportOf(ItemCells cells, string office) => new()
    {
        ProgressReport = new ProgressReport
        {
            OfficeCode = cells.Text((int)ReportColumn.Office) is { Length: > 0 } code ? code : office,
            Month = cells.Month((int)ReportColumn.Month),
            Budget = BudgetOf(cells),
            Headcount = new Headcount
            {
                Commissioners = cells.Count((int)ReportColumn.Commissioners),
                CivilServants = cells.Count((int)ReportColumn.CivilServants),
                ContractCivilServants = cells.Count((int)ReportColumn.ContractCivilServants),
                OtherStaff = cells.Count((int)ReportColumn.OtherStaff),
            },
            InformationRequests = new InformationRequests
            {
                Received = cells.Count((int)ReportColumn.RequestsReceived),
                Granted = cells.Count((int)ReportColumn.RequestsGranted),
                PartlyGranted = cells.Count((int)ReportColumn.RequestsPartlyGranted),
                Refused = cells.Count((int)ReportColumn.RequestsRefused),
                Objections = cells.Count((int)ReportColumn.RequestsObjections),
                AnsweredInTime = cells.Count((int)ReportColumn.RequestsInTime),
            },
            Publications = new Publications { Website = cells.Count((int)ReportColumn.Website), SocialMedia = cells.Count((int)ReportColumn.SocialMedia) },
        },
    };

    /// <summary>A yearly plan.</summary>
    public static Change PlanOf(ItemCells cells, string office) => new()
    {
        ProgressPlan = new ProgressPlan
        {
            OfficeCode = cells.Text(0) is { Length: > 0 } code ? code : office,
            Year = cells.Count(1),
            CumulativeTargets = { Enumerable.Range(ProgressColumns.PlanTargets, ProgressColumns.Plan.Names.Count - ProgressColumns.PlanTargets).Select(cells.Required) },
        },
    };

    private static Budget BudgetOf(ItemCells cells)
    {
        var initial = cells.Required((int)ReportColumn.InitialCeiling);
        var budget = new Budget
        {
            InitialCeiling = initial,
            RevisedCeiling = cells.Amount((int)ReportColumn.RevisedCeiling) ?? initial,
            Revision = cells.Count((int)ReportColumn.Revision),
            Blocked = cells.Amount((int)ReportColumn.Blocked) ?? 0,
            Realised = cells.Required((int)ReportColumn.Realised),
        };
        AddPart(budget, cells, SpendingType.Staff, ReportColumn.StaffCeiling, ReportColumn.StaffRealised);
        AddPart(budget, cells, SpendingType.Goods, ReportColumn.GoodsCeiling, ReportColumn.GoodsRealised);
        AddPart(budget, cells, SpendingType.Capital, ReportColumn.CapitalCeiling, ReportColumn.CapitalRealised);
        if (cells.Text((int)ReportColumn.WaitingSubmitted).Length + cells.Text((int)ReportColumn.WaitingCeiling).Length > 0)
        {
            budget.Waiting = new CeilingRevision
            {
                SubmittedDate = cells.Day((int)ReportColumn.WaitingSubmitted),
                Ceiling = cells.Required((int)ReportColumn.WaitingCeiling),
            };
        }

        return budget;
    }

    // A type of spending that the row says nothing of is not part of the budget's parts.
    private static void AddPart(Budget budget, ItemCells cells, SpendingType type, ReportColumn ceilingColumn, ReportColumn realisedColumn)
    {
        var (ceiling, realised) = (cells.Amount((int)ceilingColumn), cells.Amount((int)realisedColumn));
        if (ceiling is not null || realised is not null)
            budget.ByType.Add(new SpendingBudget { Type = type, RevisedCeiling = ceiling ?? 0, Realised = realised ?? 0 });
    }
}
