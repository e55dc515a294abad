using System.Globalization;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows the parties that the centre knows.</summary>
internal static class PartyListView
{
    /// <summary>Prints them.</summary>
    public static int Print(CommandContext context, IReadOnlyList<ListedParty> parties)
    {
        context.Print(
            () => new
            {
                Parties = parties.Select(p => new { Party = p.Profile.PartyNumber, p.Profile.Abbreviation, p.Profile.Name, p.Profile.AcehOnly, p.SinceDate }),
            },
            () => PrintText(context, parties));
        return ExitCode.Ok;
    }

    private static void PrintText(CommandContext context, IReadOnlyList<ListedParty> parties)
    {
        if (parties.Count == 0)
        {
            context.Screen.Line(context.T(PartyTexts.ListEmpty));
            return;
        }

        var table = new TextTable(
            (context.T(PartyTexts.Number), true), (context.T(PartyTexts.Abbreviation), false), (context.T(PartyTexts.Name), false),
            (context.T(PartyTexts.AcehOnly), false), (context.T(PartyTexts.Since), false));
        foreach (var party in parties)
        {
            var profile = party.Profile;
            table.Add(
                profile.PartyNumber.ToString(CultureInfo.InvariantCulture), profile.Abbreviation, profile.Name,
                profile.AcehOnly ? context.T(PartyTexts.AcehOnlyYes) : "", party.SinceDate);
        }

        table.Print(context.Screen, context.Environment.Width);
    }
}
