using System.Globalization;
using Google.Protobuf.Collections;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Progress;

/// <summary>Rules of a yearly plan: one target a month, cumulative, so that none is lower than the one before.</summary>
internal sealed class ProgressPlanValidator : MessageValidator<ProgressPlan>
{
    private const int Months = 12;

    public ProgressPlanValidator()
    {
        Field("office_code", s => s.Message.OfficeCode, static (s, office) => ReportingOffice.Check(office, s.At));
        Field("year", s => s.Message.Year, static (s, year) => NumberForm.Between(year, RecapPeriod.YearMin, s.At.Today.Year + 1));
        Field("cumulative_targets", s => s.Message, static (_, plan) => CheckTargets(plan.CumulativeTargets));
    }

    private static Broken? CheckTargets(RepeatedField<long> targets)
    {
        if (targets.Count != Months)
            return new Broken(ProgressRules.PlanMonths, ("count", targets.Count.ToString(CultureInfo.InvariantCulture)));
        if (targets.Select(Rupiah.Check).FirstOrDefault(broken => broken is not null) is { } outOfRange)
            return outOfRange;
        for (var i = 1; i < Months; i++)
        {
            if (targets[i] < targets[i - 1])
            {
                return new Broken(
                    ProgressRules.PlanFalls, ("month", (i + 1).ToString(CultureInfo.InvariantCulture)),
                    ("before", Rupiah.Text(targets[i - 1])), ("target", Rupiah.Text(targets[i])));
            }
        }

        return null;
    }
}
