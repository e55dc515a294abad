using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Console.Parts;

/// <summary>Says what a change is about. The name is needed to find the person; of the number, only as much as tells two apart.</summary>
internal static class ChangeWords
{
    /// <summary>Whom or what it is about.</summary>
    public static string SubjectOf(Change change)
    {
        var voter = RecordOf(change);
        if (voter is not null)
            return $"{voter.Name}, {Masked(voter.Nik)}";
        return change.KindCase switch
        {
            Change.KindOneofCase.VoterRemoval => Masked(change.VoterRemoval.Nik),
            Change.KindOneofCase.VoterClaim => Masked(change.VoterClaim.Nik),
            Change.KindOneofCase.PartyMember => $"{change.PartyMember.Name}, {change.PartyMember.PartyNumber}",
            _ => change.Reference,
        };
    }

    /// <summary>The record that it brings; null if it brings none.</summary>
    public static VoterRecord? RecordOf(Change change) => change.VoterUpsert?.Voter ?? change.VoterNikChange?.Voter;

    /// <summary>A number as it may be shown.</summary>
    public static string Masked(string nik) => Nik.TryParse(nik, out var number) ? number.ToString() : nik.Contains('*', StringComparison.Ordinal) ? nik : "****************";

    /// <summary>A village by name, with its district.</summary>
    public static string Village(string code)
    {
        if (code.Length != 10 || RegionCatalogue.Default.NameOf(code) is not { } village)
            return code;
        return RegionCatalogue.Default.NameOf(code.AsSpan(0, 6)) is { } district ? $"{village}, {district}" : village;
    }
}
