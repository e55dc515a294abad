using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Voters;

/// <summary>Rules of a voter's record, whoever sends it and why.</summary>
internal sealed class VoterRecordValidator : MessageValidator<VoterRecord>
{
    /// <summary>Age from which anybody may vote (PKPU 1/2025), in years.</summary>
    public const int VotingAge = 17;

    /// <summary>Nobody is known to have been older, in years: beyond it a birth date is a slip of the pen.</summary>
    public const int AgeMax = 130;

    private const int NameMax = 100;
    private const int AddressMax = 200;
    private const int DpidMax = 20;
    private const int UnitMax = 999;

    public VoterRecordValidator()
    {
        Field("nik", s => s.Message.Nik, static (s, nik) => IdentityForm.Nik(nik, s.At.Regions));
        Field("nik", s => s.Message.Nik, static (s, nik) => IdentityForm.NikRegion(nik, s.At.Regions));
        Field("nik", s => s.Message, static (_, voter) =>
            IsoDate.TryParse(voter.BirthDate, out var birthDate) ? IdentityForm.NikAgainstBirth(voter.Nik, birthDate, voter.Sex) : null);
        Field("nkk", s => s.Message.Nkk, static (s, nkk) => IdentityForm.Nkk(nkk, s.At.Regions));
        Field("nkk", s => s.Message.Nkk, static (_, nkk) => IdentityForm.NkkDate(nkk));
        Field("name", s => s.Message.Name, static (_, name) => TextForm.Required(name, NameMax));
        Field("sex", s => s.Message.Sex, static (_, sex) => NumberForm.RequiredEnum((int)sex, last: (int)Sex.Female));
        Field("birth_place", s => s.Message.BirthPlace, static (_, place) => TextForm.Required(place, NameMax));
        Field("birth_date", s => s.Message, static (s, voter) => BirthDate(voter, s.At.EffectiveDate));
        Field("marital_status", s => s.Message.MaritalStatus, static (_, status) => NumberForm.RequiredEnum((int)status, last: (int)MaritalStatus.OnceMarried));
        Field("address", s => s.Message.Address, static (_, address) => TextForm.Optional(address, AddressMax));
        Field("rt", s => s.Message.Rt, static (_, rt) => NumberForm.Between(rt, 0, UnitMax));
        Field("rw", s => s.Message.Rw, static (_, rw) => NumberForm.Between(rw, 0, UnitMax));
        Field("village_code", s => s.Message.VillageCode, static (s, village) => VillageForm.Check(village, s.At));
        Field("polling_station", s => s.Message.PollingStation, static (_, station) => NumberForm.Between(station, 0, UnitMax));
        Field("disability", s => s.Message.Disability, static (_, disability) =>
            disability is < Disability.Unspecified or > Disability.Sight ? FieldRules.ValueUnknown : null);
        Field("electronic_card", s => s.Message.ElectronicCard, static (_, card) => NumberForm.RequiredEnum((int)card, last: (int)ElectronicCard.NotYet));
        Field("dpid", s => s.Message.Dpid, static (_, dpid) =>
            dpid.Length <= DpidMax && dpid.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0 ? null : VoterRules.DpidMalformed);
        Field("source", s => s.Message.Source, static (_, source) => TextForm.Optional(source, NameMax));
    }

    private static Broken? BirthDate(VoterRecord voter, DateOnly effectiveDate)
    {
        if (voter.BirthDate.Length == 0)
            return FieldRules.Required;
        if (!IsoDate.TryParse(voter.BirthDate, out var birthDate))
            return FieldRules.DateMalformed;
        if (birthDate > effectiveDate)
            return VoterRules.BirthDateAfterEffective;
        var age = Age.Of(birthDate, effectiveDate);
        if (age > AgeMax)
            return new Broken(VoterRules.AgeImpossible, ("max", AgeMax.ToString(CultureInfo.InvariantCulture)));
        return age < VotingAge && voter.MaritalStatus == MaritalStatus.NotMarried
            ? new Broken(VoterRules.VoterUnderAge, ("min", VotingAge.ToString(CultureInfo.InvariantCulture)))
            : null;
    }
}
