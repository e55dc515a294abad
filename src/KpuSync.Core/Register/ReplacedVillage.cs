using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Core.Register;

/// <summary>A change that came with the old code of a village, under today's.</summary>
/// <remarks>
/// The ledger keeps what was sent, so the code that was put in its place is read from the recorded warning: a rebuild then does the same, whatever happened to
/// the village since.
/// </remarks>
public static class ReplacedVillage
{
    /// <summary>The change as it is applied: itself, unless one of its warnings replaces the village's code.</summary>
    public static Change In(Change change, IReadOnlyList<Violation> violations)
    {
        for (var i = 0; i < violations.Count; i++)
        {
            if (violations[i].Code == VoterRules.VillageCodeReplaced.Code)
                return With(change, violations[i].Parameters.First(p => p.Name == "new").Value);
        }

        return change;
    }

    private static Change With(Change change, string villageCode)
    {
        var replaced = change.Clone();
        if ((replaced.VoterUpsert?.Voter ?? replaced.VoterNikChange?.Voter) is { } voter)
            voter.VillageCode = villageCode;
        if (replaced.PartyMember is { } member)
            member.VillageCode = villageCode;
        return replaced;
    }
}
