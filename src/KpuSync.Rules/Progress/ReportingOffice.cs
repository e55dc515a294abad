using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Progress;

/// <summary>The office that a report or plan names: the sender's own, since the region comes from the account and never from the payload alone.</summary>
internal static class ReportingOffice
{
    public static Broken? Check(string office, Circumstances at)
    {
        if (office.Length == 0)
            return FieldRules.Required;
        return office == at.Office ? null : new Broken(ProgressRules.OfficeOther, ("office", at.Office));
    }
}
