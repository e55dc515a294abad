using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using KpuSync.Rules.Voters;

namespace KpuSync.Rules.Parties;

/// <summary>Rules of a member's record. Whether somebody may be a member is for the check of the party: such a row is reported, not refused.</summary>
internal sealed class PartyMemberValidator : MessageValidator<PartyMember>
{
    private const int NameMax = 100;
    private const int AddressMax = 200;

    public PartyMemberValidator()
    {
        Field("party_number", s => s.Message.PartyNumber, static (s, number) => PartyNumber.Check(number) ?? PartyArea.OfRegency(s.At));
        Field("card_number", s => s.Message.CardNumber, static (_, card) => MemberCard.Check(card));
        Field("nik", s => s.Message.Nik, static (s, nik) => IdentityForm.Nik(nik, s.At.Regions));
        Field("nik", s => s.Message.Nik, static (s, nik) => IdentityForm.NikRegion(nik, s.At.Regions));
        Field("nik", s => s.Message, static (_, member) =>
            IsoDate.TryParse(member.BirthDate, out var birthDate) ? IdentityForm.NikAgainstBirth(member.Nik, birthDate, member.Sex) : null);
        Field("name", s => s.Message.Name, static (_, name) => TextForm.Required(name, NameMax));
        Field("sex", s => s.Message.Sex, static (_, sex) => NumberForm.RequiredEnum((int)sex, last: (int)Sex.Female));
        Field("birth_date", s => s.Message.BirthDate, static (s, date) => BirthDate(date, s.At.EffectiveDate));
        Field("marital_status", s => s.Message.MaritalStatus, static (_, status) => NumberForm.RequiredEnum((int)status, last: (int)MaritalStatus.OnceMarried));
        Field("occupation", s => s.Message.Occupation, static (_, occupation) => NumberForm.RequiredEnum((int)occupation, last: (int)MemberOccupation.Police));
        Field("address", s => s.Message.Address, static (_, address) => TextForm.Optional(address, AddressMax));
        // The centre's ledger holds no members, so no village would be right there.
        Field("village_code", s => s.Message.VillageCode, static (s, village) => PartyArea.OfRegency(s.At) is null ? VillageForm.Check(village, s.At) : null);
        Field("removed", s => s.Message.Removed, static (_, ground) => NumberForm.None((long)ground));
    }

    private static Broken? BirthDate(string text, DateOnly effectiveDate)
    {
        if (text.Length == 0)
            return FieldRules.Required;
        if (!IsoDate.TryParse(text, out var birthDate))
            return FieldRules.DateMalformed;
        if (birthDate > effectiveDate)
            return VoterRules.BirthDateAfterEffective;
        return Age.Of(birthDate, effectiveDate) > VoterRecordValidator.AgeMax
            ? new Broken(VoterRules.AgeImpossible, ("max", VoterRecordValidator.AgeMax.ToString(CultureInfo.InvariantCulture)))
            : null;
    }
}
