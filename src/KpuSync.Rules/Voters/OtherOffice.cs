using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Voters;

/// <summary>The office that a voter came from or went to: empty if not known, otherwise one that exists and is not the sender.</summary>
internal static class OtherOffice
{
    public static Broken? Check(string office, Circumstances at)
    {
        if (office.Length == 0)
            return null;
        if (!at.Regions.ContainsRegency(office))
            return VoterRules.OfficeUnknown;
        return office == at.Office ? VoterRules.OfficeSame : null;
    }
}
