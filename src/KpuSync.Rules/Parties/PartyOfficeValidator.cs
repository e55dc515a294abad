using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Parties;

/// <summary>Rules of a party's office: centre, province and regency have one.</summary>
internal sealed class PartyOfficeValidator : MessageValidator<PartyOffice>
{
    private const int AddressMax = 300;

    public PartyOfficeValidator()
    {
        Field("party_number", s => s.Message.PartyNumber, static (_, number) => PartyNumber.Check(number));
        Field("level", s => s.Message.Level, static (_, level) => NumberForm.RequiredEnum((int)level, last: (int)PartyLevel.Regency));
        Field("area_code", s => s.Message, static (s, office) => PartyArea.Check(office.Level, office.AreaCode, s.At));
        Field("address", s => s.Message.Address, static (_, address) => TextForm.Required(address, AddressMax));
        Field("right", s => s.Message.Right, static (_, right) => NumberForm.RequiredEnum((int)right, last: (int)PartyOfficeRight.Lent));
        Field("until_date", s => s.Message, static (s, office) => CheckUntil(office, s.At.Today));
    }

    private static Broken? CheckUntil(PartyOffice office, DateOnly today)
    {
        if (office.UntilDate.Length == 0)
            return office.Right is PartyOfficeRight.Rented or PartyOfficeRight.Lent ? FieldRules.Required : null;
        if (!IsoDate.TryParse(office.UntilDate, out var until))
            return FieldRules.DateMalformed;
        return until < today ? PartyRules.RightEnded : null;
    }
}
