using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;

namespace KpuSync.Rules.Parties;

/// <summary>Rules of a management. How many women are in it is for the check of the party.</summary>
internal sealed class PartyManagementValidator : MessageValidator<PartyManagement>
{
    private const int OfficersMax = 200;
    private const int TextMax = 100;

    public PartyManagementValidator()
    {
        Field("party_number", s => s.Message.PartyNumber, static (_, number) => PartyNumber.Check(number));
        Field("level", s => s.Message.Level, static (_, level) => NumberForm.RequiredEnum((int)level, last: (int)PartyLevel.District));
        Field("area_code", s => s.Message, static (s, management) => PartyArea.Check(management.Level, management.AreaCode, s.At));
        Field("decree", s => s.Message.Decree, static (_, decree) => TextForm.Free(decree, TextMax));
        Field("officers", s => s.Message.Officers.Count, static (_, count) => NumberForm.Between(count, 1, OfficersMax));
        Field("officers.name", s => s.Message, static (_, management) => FirstOf(management, officer => TextForm.Required(officer.Name, TextMax)));
        Field("officers.title", s => s.Message, static (_, management) => FirstOf(management, officer => TextForm.Required(officer.Title, TextMax)));
        Field("officers.sex", s => s.Message, static (_, management) =>
            FirstOf(management, officer => NumberForm.RequiredEnum((int)officer.Sex, last: (int)Sex.Female)));
    }

    private static Broken? FirstOf(PartyManagement management, Func<PartyOfficer, Broken?> check)
    {
        foreach (var officer in management.Officers)
        {
            if (check(officer) is { } broken)
                return broken;
        }

        return null;
    }
}
