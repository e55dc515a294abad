using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Output;

/// <summary>Shows what a delta would remove, village by village, before anybody confirms it.</summary>
internal static class MassRemovalView
{
    private const int ShownMax = 20;

    public static int Print(CommandContext context, MassRemovalException stop)
    {
        context.Print(
            () => new { error = new { code = stop.Code, text = stop.Text.In(context.Language.Code()) }, stop.Removals, stop.Active, stop.Villages, stop.Parties, exitCode = ExitCode.NeedsConfirmation },
            () => PrintText(context, stop));
        return ExitCode.NeedsConfirmation;
    }

    private static void PrintText(CommandContext context, MassRemovalException stop)
    {
        var language = context.Language;
        if (stop.Parties.Count > 0)
        {
            PrintParties(context, stop);
            return;
        }

        context.Screen.Failure(stop.Code, context.T(ErrorTexts.MassRemoval, language.Number(stop.Removals), language.Number(stop.Active)));
        var table = new TextTable((context.T(ReportTexts.Village), false), ("", false), ("TMS", true), (context.T(ReportTexts.Register), true));
        foreach (var village in stop.Villages.Take(ShownMax))
            table.Add(village.VillageCode, village.VillageName, language.Number(village.Removals), language.Number(village.Active));
        table.Print(context.Screen, context.Environment.Width);
        if (stop.Villages.Count > ShownMax)
            context.Screen.Line("  " + context.T(ReportTexts.FindingsCapped, language.Number(stop.Villages.Count - ShownMax)));
        context.Screen.Note(context.T(ErrorTexts.MassRemovalRemedy));
    }

    private static void PrintParties(CommandContext context, MassRemovalException stop)
    {
        context.Screen.Failure(stop.Code, stop.Text.In(context.Language.Code()));
        var table = new TextTable((context.T(PartyTexts.PartyShort), true), (context.T(PartyTexts.Leaving), true), (context.T(PartyTexts.Members), true));
        foreach (var party in stop.Parties)
            table.Add(context.Language.Number(party.Party), context.Language.Number(party.Removals), context.Language.Number(party.Members));
        table.Print(context.Screen, context.Environment.Width);
    }
}
