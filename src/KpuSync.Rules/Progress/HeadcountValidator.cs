using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Progress;

/// <summary>Rules of a headcount.</summary>
internal sealed class HeadcountValidator : MessageValidator<Headcount>
{
    // Law 7/2017, article 10: KPU of a regency or city has 5 members.
    private const int CommissionersUsual = 5;

    public HeadcountValidator()
    {
        Field("commissioners", s => s.Message.Commissioners, static (_, count) =>
            MonthlyCount.Check(count) ?? (count > CommissionersUsual ? ProgressRules.CommissionersMany : null));
        Field("civil_servants", s => s.Message.CivilServants, static (_, count) => MonthlyCount.Check(count));
        Field("contract_civil_servants", s => s.Message.ContractCivilServants, static (_, count) => MonthlyCount.Check(count));
        Field("other_staff", s => s.Message.OtherStaff, static (_, count) => MonthlyCount.Check(count));
    }
}
