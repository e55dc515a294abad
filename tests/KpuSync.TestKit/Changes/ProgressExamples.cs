using KpuSync.Contracts.V1;

namespace KpuSync.TestKit.Changes;

/// <summary>Monthly reports and plans that keep every rule.</summary>
public static class ProgressExamples
{
    /// <summary>A revised ceiling of a billion rupiah, with so much realised.</summary>
    public static Change Report(string month, long realised, string office = "5201", int revision = 1, long ceiling = 1_000_000_000) => new()
    {
        ProgressReport = new ProgressReport
        {
            OfficeCode = office,
            Month = month,
            Budget = new Budget { InitialCeiling = ceiling, RevisedCeiling = ceiling, Revision = revision, Realised = realised },
            Headcount = new Headcount { Commissioners = 5, CivilServants = 18, ContractCivilServants = 4, OtherStaff = 6 },
            InformationRequests = new InformationRequests { Received = 3, Granted = 2, AnsweredInTime = 2 },
            Publications = new Publications { Website = 4, SocialMedia = 9 },
        },
    };

    /// <summary>A plan that spends as much every month.</summary>
    public static Change Plan(int year, long monthly = 80_000_000, string office = "5201") => new()
    {
        ProgressPlan = new ProgressPlan { OfficeCode = office, Year = year, CumulativeTargets = { Enumerable.Range(1, 12).Select(month => month * monthly) } },
    };
}
