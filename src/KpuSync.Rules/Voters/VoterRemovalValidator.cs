using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Voters;

/// <summary>Rules of a removal.</summary>
internal sealed class VoterRemovalValidator : MessageValidator<VoterRemoval>
{
    private const int NoteMax = 200;

    public VoterRemovalValidator()
    {
        Field("nik", s => s.Message.Nik, static (s, nik) => IdentityForm.Nik(nik, s.At.Regions));
        Field("ground", s => s.Message.Ground, static (_, ground) => NumberForm.RequiredEnum((int)ground, last: (int)RemovalGround.EntryReverted));
        Field("next_office_code", s => s.Message.NextOfficeCode, static (s, office) => OtherOffice.Check(office, s.At));
        Field("decided_case_id", s => s.Message.DecidedCaseId, static (_, id) => NumberForm.None(id));
        Field("note", s => s.Message.Note, static (_, note) =>
            TextForm.HoldsIdentityNumber(note) ? FieldRules.TextHoldsIdentityNumber : TextForm.Free(note, NoteMax));
    }
}
