using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Voters;

/// <summary>Rules of a NIK's correction around its record.</summary>
internal sealed class VoterNikChangeValidator : MessageValidator<VoterNikChange>
{
    public VoterNikChangeValidator()
    {
        Field("old_nik", s => s.Message.OldNik, static (s, nik) => IdentityForm.Nik(nik, s.At.Regions));
        Field("voter", s => s.Message.Voter, static (_, voter) => voter is null ? FieldRules.Required : null);
        // Two malformed numbers that are equal are malformed; saying that they are equal would only confuse.
        Field("voter.nik", s => s.Message, static (s, change) =>
            change.Voter?.Nik == change.OldNik && IdentityForm.Nik(change.OldNik, s.At.Regions) is null ? VoterRules.NikNotChanged : null);
    }
}
