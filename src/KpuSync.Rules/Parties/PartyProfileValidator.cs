using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;

namespace KpuSync.Rules.Parties;

/// <summary>Rules of a party's profile.</summary>
internal sealed class PartyProfileValidator : MessageValidator<PartyProfile>
{
    private const int NameMax = 100;
    private const int AbbreviationMax = 20;

    public PartyProfileValidator()
    {
        Field("party_number", s => s.Message.PartyNumber, static (s, number) => PartyNumber.Check(number) ?? PartyArea.OfCentre(s.At));
        Field("name", s => s.Message.Name, static (_, name) => TextForm.Required(name, NameMax));
        Field("abbreviation", s => s.Message.Abbreviation, static (_, abbreviation) => TextForm.Required(abbreviation, AbbreviationMax));
    }
}
