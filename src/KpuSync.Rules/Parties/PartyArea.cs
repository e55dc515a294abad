using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Parties;

/// <summary>In whose ledger a thing of a party stands: nation and provinces in the centre's, regencies in their own.</summary>
internal static class PartyArea
{
    /// <summary>The area of a level: its form, whether it exists, and whether it is the sending office's to report.</summary>
    public static Broken? Check(PartyLevel level, string area, Circumstances at)
    {
        var exists = level switch
        {
            PartyLevel.Centre => area.Length == 0,
            PartyLevel.Province => at.Regions.ContainsProvince(area),
            PartyLevel.Regency => at.Regions.ContainsRegency(area),
            PartyLevel.District => at.Regions.ContainsDistrict(area),
            // The level has its own violation, and no area would be right.
            _ => true,
        };
        if (!exists)
            return PartyRules.AreaUnknown;
        return level switch
        {
            PartyLevel.Centre or PartyLevel.Province => OfCentre(at),
            PartyLevel.Regency or PartyLevel.District => OfRegency(at) ?? (area[..4] == at.Office ? null : new Broken(PartyRules.AreaOtherOffice, ("office", at.Office))),
            _ => null,
        };
    }

    /// <summary>Something that only the centre's ledger holds.</summary>
    public static Broken? OfCentre(Circumstances at) => at.Office == OfficeCode.Centre.Value ? null : PartyRules.CentreOnly;

    /// <summary>Something that only a regency's ledger holds.</summary>
    public static Broken? OfRegency(Circumstances at) => at.Office == OfficeCode.Centre.Value ? PartyRules.RegencyOnly : null;
}
