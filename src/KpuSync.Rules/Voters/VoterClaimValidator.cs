using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Voters;

/// <summary>Rules of what an office says about another office's voter.</summary>
internal sealed class VoterClaimValidator : MessageValidator<VoterClaim>
{
    private const int NoteMax = 200;

    public VoterClaimValidator()
    {
        Field("nik", s => s.Message.Nik, static (s, nik) => IdentityForm.Nik(nik, s.At.Regions));
        Field("owner_office_code", s => s.Message.OwnerOfficeCode, static (s, office) =>
            office.Length == 0 ? FieldRules.Required : OtherOffice.Check(office, s.At));
        Field("note", s => s.Message.Note, static (_, note) =>
            TextForm.HoldsIdentityNumber(note) ? FieldRules.TextHoldsIdentityNumber : TextForm.Free(note, NoteMax));
    }
}
