using KpuSync.Rules.Registry;

namespace KpuSync.Core.Push;

/// <summary>Warns of families whose members a batch puts at different polling stations. Exports are sorted by family card or village, so a batch nearly always has the whole family.</summary>
internal static class FamilyStations
{
    /// <summary>Adds the warning to the members after the first.</summary>
    public static void Warn(ScreenedChange[] changes)
    {
        var stations = new Dictionary<string, (string Village, int Station)>(StringComparer.Ordinal);
        for (var i = 0; i < changes.Length; i++)
        {
            if (changes[i].Change.VoterUpsert?.Voter is not { Nkk.Length: > 0, PollingStation: > 0 } voter)
                continue;
            var station = (voter.VillageCode, voter.PollingStation);
            if (stations.TryAdd(voter.Nkk, station) || stations[voter.Nkk] == station)
                continue;
            changes[i] = changes[i] with
            {
                Violations = [.. changes[i].Violations, StateRules.FamilyAtTwoStations.At("voter_upsert.voter.polling_station")],
            };
        }
    }
}
