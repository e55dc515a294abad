using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Checking;

/// <summary>A village of the office, by its code of today or one that was replaced.</summary>
internal static class VillageForm
{
    public static Broken? Check(string village, Circumstances at)
    {
        if (village.Length == 0)
            return FieldRules.Required;

        // Before the catalogue is asked: a newer one may not have the old code any more.
        var today = at.Transfers.Find(village);
        if (today is null && !at.Regions.ContainsVillage(village))
            return VoterRules.VillageUnknown;
        var owner = (today ?? village)[..4];
        if (owner != at.Office)
            return new Broken(VoterRules.VillageOtherOffice, ("owner", owner), ("office", at.Office));
        return today is null ? null : new Broken(VoterRules.VillageCodeReplaced, ("old", village), ("new", today));
    }
}
