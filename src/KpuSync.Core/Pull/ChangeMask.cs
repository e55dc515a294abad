using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Pull;

/// <summary>Masks what public lists never show in full: NIK, NKK, birth date and disability (UU PDP 27/2022), member cards and account numbers.</summary>
internal static class ChangeMask
{
    private const string Unreadable = "****************";
    private const int ShownMax = 4;

    private static readonly MessageParser<Change> KnownOnly = Change.Parser.WithDiscardUnknownFields(true);

    /// <summary>The change masked. What a newer contract put in is left out: nobody here knows what it is.</summary>
    public static Change Masked(Change change)
    {
        var masked = KnownOnly.ParseFrom(change.ToByteString());
        Mask(masked);
        return masked;
    }

    private static void Mask(Change change)
    {
        switch (change.KindCase)
        {
            case Change.KindOneofCase.VoterUpsert:
                MaskRecord(change.VoterUpsert.Voter);
                break;
            case Change.KindOneofCase.VoterRemoval:
                change.VoterRemoval.Nik = MaskNik(change.VoterRemoval.Nik);
                change.VoterRemoval.Note = "";
                break;
            case Change.KindOneofCase.VoterNikChange:
                change.VoterNikChange.OldNik = MaskNik(change.VoterNikChange.OldNik);
                MaskRecord(change.VoterNikChange.Voter);
                break;
            case Change.KindOneofCase.VoterClaim:
                change.VoterClaim.Nik = MaskNik(change.VoterClaim.Nik);
                change.VoterClaim.Note = "";
                break;
            case Change.KindOneofCase.PartyAccount:
                change.PartyAccount.AccountNumber = MaskNumber(change.PartyAccount.AccountNumber);
                break;
            case Change.KindOneofCase.PartyMember:
                change.PartyMember.CardNumber = MaskNumber(change.PartyMember.CardNumber);
                change.PartyMember.Nik = MaskNik(change.PartyMember.Nik);
                change.PartyMember.BirthDate = "";
                break;
            case Change.KindOneofCase.PartyMemberRemoval:
                change.PartyMemberRemoval.CardNumber = MaskNumber(change.PartyMemberRemoval.CardNumber);
                change.PartyMemberRemoval.Note = "";
                break;
            case Change.KindOneofCase.MembershipStatement:
                change.MembershipStatement.Nik = MaskNik(change.MembershipStatement.Nik);
                break;
            case Change.KindOneofCase.NameComplaint:
                change.NameComplaint.Nik = MaskNik(change.NameComplaint.Nik);
                break;
        }
    }

    /// <summary>
    /// What of a change in the centre's ledger is anybody's to know: that a party has a profile, management, office or account. Of anything else, even
    /// what was rejected there, nothing: it may name a person.
    /// </summary>
    public static Change NationalOf(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.PartyProfile => new Change { PartyProfile = change.PartyProfile },
        Change.KindOneofCase.PartyManagement => new Change { PartyManagement = change.PartyManagement },
        Change.KindOneofCase.PartyOffice => new Change { PartyOffice = change.PartyOffice },
        Change.KindOneofCase.PartyAccount => new Change { PartyAccount = change.PartyAccount },
        _ => new Change(),
    };

    /// <summary>A card or account with its last signs, which tell two apart and no more.</summary>
    public static string MaskNumber(string text) => text.Length <= ShownMax * 2 ? Unreadable : Unreadable[ShownMax..] + text[^ShownMax..];

    private static void MaskRecord(VoterRecord? record)
    {
        if (record is null)
            return;
        record.Nik = MaskNik(record.Nik);
        record.Nkk = Nkk.TryParse(record.Nkk, out var nkk) ? nkk.ToString() : Unreadable;
        record.BirthDate = "";
        record.Disability = Disability.Unspecified;
    }

    /// <summary>The number masked; of what is not one, nothing.</summary>
    public static string MaskNik(string text) => Nik.TryParse(text, out var nik) ? nik.ToString() : Unreadable;
}
