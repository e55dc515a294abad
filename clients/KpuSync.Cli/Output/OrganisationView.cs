using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;

namespace KpuSync.Cli.Output;

/// <summary>Shows how a party is organised.</summary>
internal static class OrganisationView
{
    private const int Percent = 100;

    /// <summary>Prints it.</summary>
    public static int Print(CommandContext context, CheckOrganisationResponse check, int party)
    {
        context.Print(
            () => new
            {
                Party = party,
                check.Party?.Abbreviation,
                check.Range,
                Areas = check.Areas.Select(a => new
                {
                    a.Level,
                    a.AreaCode,
                    Name = NameOf(a),
                    a.Officers,
                    a.Women,
                    a.HasOffice,
                    a.HasAccount,
                    a.Parts,
                    a.PartsWithManagement,
                    a.PartsNeeded,
                    a.Meets,
                }),
            },
            () => PrintText(context, check, party));
        return ExitCode.Ok;
    }

    private static void PrintText(CommandContext context, CheckOrganisationResponse check, int party)
    {
        var name = check.Party is null ? context.T(PartyTexts.Numbered, party) : $"{check.Party.Abbreviation} ({party})";
        context.Screen.Heading(context.T(PartyTexts.OrganisationHeading, name, RecapAreas.NameOf(check.Range)));
        var table = new TextTable(
            (context.T(RecapWords.Name), false), (context.T(PartyTexts.Officers), true), (context.T(PartyTexts.Women), true), (context.T(PartyTexts.HasOffice), false),
            (context.T(PartyTexts.HasAccount), false), (context.T(PartyTexts.Parts), false), (context.T(PartyTexts.Meets), false));
        foreach (var area in check.Areas)
        {
            table.Add(
                NameOf(area), Number(context, area.Officers), area.Officers == 0 ? "-" : $"{area.Women * Percent / area.Officers}%",
                YesOf(context, area.HasOffice), YesOf(context, area.HasAccount),
                area.Parts == 0 ? "" : context.T(PartyTexts.PartsNeeded, area.PartsWithManagement, area.Parts, area.PartsNeeded),
                context.T(area.Meets ? PartyTexts.Met : PartyTexts.NotMet));
        }

        table.Print(context.Screen, context.Environment.Width);
    }

    private static string NameOf(OrganisationArea area) => area.Level switch
    {
        PartyLevel.Centre => "Indonesia",
        PartyLevel.Regency => RecapAreas.OfficeNameOf(area.AreaCode),
        _ => RegionCatalogue.Default.NameOf(area.AreaCode) ?? area.AreaCode,
    };

    private static string Number(CommandContext context, int number) => number == 0 ? "-" : context.Language.Number(number);

    private static string YesOf(CommandContext context, bool has) => has ? context.T(PartyTexts.Yes) : "-";
}
