using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Parties;

/// <summary>Rules of a member's removal.</summary>
internal sealed class PartyMemberRemovalValidator : MessageValidator<PartyMemberRemoval>
{
    private const int NoteMax = 200;

    public PartyMemberRemovalValidator()
    {
        Field("party_number", s => s.Message.PartyNumber, static (s, number) => PartyNumber.Check(number) ?? PartyArea.OfRegency(s.At));
        Field("card_number", s => s.Message.CardNumber, static (_, card) => MemberCard.Check(card));
        Field("ground", s => s.Message.Ground, static (_, ground) => NumberForm.RequiredEnum((int)ground, last: (int)MemberRemovalGround.WithoutConsent));
        Field("note", s => s.Message.Note, static (_, note) =>
            TextForm.HoldsIdentityNumber(note) ? FieldRules.TextHoldsIdentityNumber : TextForm.Free(note, NoteMax));
    }
}
