using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows a recap: as a table, as a document, and as files.</summary>
internal static class RecapView
{
    /// <summary>Prints it, and writes the files that were asked for.</summary>
    public static int Print(CommandContext context, GetRecapResponse recap, RecapLevel level, string? csv, string? xlsx)
    {
        var form = new RecapForm(recap, level, context.Language);
        if (csv is not null)
            FormFiles.Write(csv, form.WriteCsv);
        if (xlsx is not null)
            FormFiles.Write(xlsx, file => form.WriteXlsx(file, StateOf(context, recap)));
        context.Print(
            () => RecapDocument.Of(recap),
            () =>
            {
                PrintText(context, recap);
                if (recap.Rows.Count > 0)
                    PrintRows(context, recap, level);
                FormFiles.Tell(context, csv, xlsx);
            });
        return ExitCode.Ok;
    }

    /// <summary>Tells that a period was closed.</summary>
    public static int PrintClosed(CommandContext context, string period, PeriodClosing closing)
    {
        context.Print(
            () => RecapDocument.Of(closing),
            () =>
            {
                context.Screen.Line(context.T(RecapTexts.ClosedNow, period.ToUpperInvariant()));
                context.Screen.Line(ClosedLine(context, closing));
            });
        return ExitCode.Ok;
    }

    /// <summary>Tells that a period was opened again.</summary>
    public static int PrintReopened(CommandContext context, string period, long position)
    {
        context.Print(() => new { period, position }, () => context.Screen.Line(context.T(RecapTexts.Reopened, period.ToUpperInvariant(), position)));
        return ExitCode.Ok;
    }

    /// <summary>The recap of the whole range, as text.</summary>
    public static void PrintText(CommandContext context, GetRecapResponse recap)
    {
        context.Screen.Heading(context.T(RecapTexts.Heading, recap.Period, RecapAreas.NameOf(recap.OfficeCode), recap.FirstDay, recap.LastDay));
        var table = new TextTable(
            (context.T(RecapTexts.Item), false), (context.T(RecapWords.Male), true), (context.T(RecapWords.Female), true), (context.T(RecapWords.Both), true));
        foreach (var item in RecapItem.All)
        {
            var value = item.ValueOf(recap.Total);
            if (item.IsTotal || value is not { Male: 0, Female: 0 })
                table.Add(item.Name(context.Language), N(context, value.Male), N(context, value.Female), N(context, value.Male + value.Female));
        }

        table.Print(context.Screen, context.Environment.Width);
        context.Screen.Line(context.T(
            RecapTexts.Places, N(context, recap.Total.Districts), N(context, recap.Total.Villages), N(context, recap.Total.PollingStations),
            N(context, recap.Total.Held), N(context, recap.Total.Duplicates)));
        context.Screen.Line(StateOf(context, recap));
    }

    private static void PrintRows(CommandContext context, GetRecapResponse recap, RecapLevel level)
    {
        var hasStations = level is RecapLevel.PollingStation;
        List<(string, bool)> heads = [(context.T(RecapWords.Code), false), (context.T(RecapWords.Name), false)];
        if (hasStations)
            heads.Add((context.T(RecapWords.Station), false));
        foreach (var head in new[] { RecapTexts.Before, RecapTexts.New, RecapTexts.AllRemoved, RecapTexts.Other, RecapTexts.Changed, RecapWords.Male, RecapWords.Female, RecapWords.Both })
            heads.Add((context.T(head), true));
        var table = new TextTable([.. heads]);
        foreach (var row in recap.Rows)
            table.Add([row.Code, RecapAreas.NameOf(row), .. hasStations ? [RecapAreas.StationOf(row)] : Array.Empty<string>(), .. Numbers(context, row.Figures)]);
        table.Add([context.T(ReportTexts.Total), "", .. hasStations ? [""] : Array.Empty<string>(), .. Numbers(context, recap.Total)]);
        context.Screen.Line();
        table.Print(context.Screen, context.Environment.Width, totals: true);
    }

    private static IEnumerable<string> Numbers(CommandContext context, RecapFigures f)
    {
        yield return N(context, Sum(f.PreviousTotal));
        yield return N(context, Sum(f.NewFirstTime) + Sum(f.NewMovedIn));
        yield return N(context, Sum(RecapItem.AllRemoved(f)));

        // Everything else that moves the total: lists loaded, moves within the office, transfers.
        yield return N(context, Sum(f.Total) - Sum(f.PreviousTotal) - Sum(f.NewFirstTime) - Sum(f.NewMovedIn) + Sum(RecapItem.AllRemoved(f)));
        yield return N(context, Sum(f.DataChanged) + Sum(f.AddressTo));
        yield return N(context, f.Total.Male);
        yield return N(context, f.Total.Female);
        yield return N(context, Sum(f.Total));
    }

    private static string StateOf(CommandContext context, GetRecapResponse recap) => recap switch
    {
        { Closing: { } closing } => ClosedLine(context, closing),
        { Provisional: true } => context.T(RecapTexts.Provisional),
        _ => context.T(RecapTexts.Open),
    };

    private static string ClosedLine(CommandContext context, PeriodClosing closing) =>
        context.T(RecapTexts.Closed, closing.MinutesNumber, closing.Position, RecapDocument.Hex(closing.ChainHash));

    private static long Sum(SexCount count) => count.Male + count.Female;

    private static string N(CommandContext context, long number) => context.Language.Number(number);
}
