using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>Which voter a change is about. One about a party's member is about none: the same person's changes as a voter neither wait for it nor overtake it.</summary>
/// <param name="Nik">The record's NIK, or the one to remove; null if it cannot be read.</param>
/// <param name="OldNik">The number that a NIK change corrects; null for other kinds or if it cannot be read.</param>
public readonly record struct ChangeKeys(Nik? Nik, Nik? OldNik)
{
    /// <summary>The number under which the person is registered before the change.</summary>
    public Nik? Registered => OldNik ?? Nik;

    /// <summary>Everybody that these changes are about, under both numbers where one corrects the other.</summary>
    public static IEnumerable<Nik> PeopleIn(IEnumerable<Change> changes) =>
        changes.Select(Of).SelectMany(keys => new[] { keys.Nik, keys.OldNik }).OfType<Nik>();

    /// <summary>Reads the keys of a change.</summary>
    public static ChangeKeys Of(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.VoterUpsert => new(Read(change.VoterUpsert.Voter?.Nik), null),
        Change.KindOneofCase.VoterRemoval => new(Read(change.VoterRemoval.Nik), null),
        Change.KindOneofCase.VoterNikChange => new(Read(change.VoterNikChange.Voter?.Nik), Read(change.VoterNikChange.OldNik)),
        Change.KindOneofCase.VoterClaim => new(Read(change.VoterClaim.Nik), null),
        _ => default,
    };

    private static Nik? Read(string? text) => Rules.Values.Nik.TryParse(text, out var nik) ? nik : null;
}
