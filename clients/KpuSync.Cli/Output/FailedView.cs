using System.Globalization;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows the batches that have parked changes, and one of them with its changes.</summary>
internal static class FailedView
{
    public static int PrintList(CommandContext context, ListFailedBatchesResponse list)
    {
        context.Print(
            () => new { Batches = list.Batches.Select(DocumentOf), NextPageToken = list.NextPageToken.Length > 0 ? list.NextPageToken : null },
            () =>
            {
                if (list.Batches.Count == 0)
                {
                    context.Screen.Line(context.T(FailedTexts.NothingFailed));
                    return;
                }

                TableOf(context, list.Batches).Print(context.Screen, context.Environment.Width);
                context.Screen.Line();
                context.Screen.Line(context.T(FailedTexts.NextShow, ChangeNames.Of(list.Batches[0].Batch)));
                if (list.NextPageToken.Length > 0)
                    context.Screen.Command(context.T(FailedTexts.NextPage, list.NextPageToken));
            });
        return ExitCode.Ok;
    }

    public static int PrintOne(CommandContext context, GetFailedBatchResponse found)
    {
        context.Print(
            () => new { Batch = DocumentOf(found.Batch), Changes = found.Changes.Select(DocumentOf) },
            () =>
            {
                PrintFacts(context, found.Batch);
                foreach (var change in found.Changes)
                    PrintChange(context, change);
            });
        return ExitCode.Ok;
    }

    /// <summary>Prints why, in the words of the server.</summary>
    public static void PrintWhy(CommandContext context, IReadOnlyList<Violation> violations, IReadOnlyList<string> texts)
    {
        foreach (var (text, violation) in texts.Zip(violations))
            context.Screen.Line($"      {text} [{violation.Code}]");
    }

    /// <summary>Prints how many changes each rule has parked.</summary>
    public static void PrintCodes(CommandContext context, IEnumerable<FailedCodeCount> codes)
    {
        foreach (var code in codes)
            context.Screen.Line(context.T(FailedTexts.CodeLine, code.Code, context.Language.Number(code.Changes)));
    }

    private static TextTable TableOf(CommandContext context, IEnumerable<FailedBatch> batches)
    {
        var table = new TextTable(
            (context.T(FailedTexts.ColumnBatch), false), (context.T(FailedTexts.ColumnCommitted), false), (context.T(FailedTexts.ColumnSource), false),
            (context.T(FailedTexts.ColumnChanges), false), (context.T(FailedTexts.ColumnCodes), false), (context.T(FailedTexts.ColumnAttempts), true));
        foreach (var batch in batches)
        {
            table.Add(
                ChangeNames.Of(batch.Batch), TimeOf(context, batch), batch.SourceName, StatesOf(context, batch),
                CodesOf(context, batch), context.Language.Number(batch.Attempts));
        }

        return table;
    }

    private static void PrintFacts(CommandContext context, FailedBatch batch)
    {
        context.Screen.Heading(context.T(FailedTexts.BatchHeading, ChangeNames.Of(batch.Batch)));
        List<(string, string)> facts =
        [
            (context.T(FailedTexts.ColumnCommitted), TimeOf(context, batch)),
            (context.T(FailedTexts.ColumnSource), batch.SourceName),
            (context.T(FailedTexts.Actor), batch.Actor),
            (context.T(FailedTexts.RuleSet), batch.RuleSetVersion),
            (context.T(FailedTexts.ColumnChanges), StatesOf(context, batch)),
        ];
        if (batch.Sequence > 0)
            facts.Insert(2, (context.T(FailedTexts.Sent), context.Language.Number(batch.Sequence)));
        if (batch.Mode is BatchMode.AllOrNothing)
            facts.Add((context.T(FailedTexts.Mode), context.T(FailedTexts.WholeBatch)));
        context.Screen.Facts([.. facts.Where(f => f.Item2.Length > 0)]);
        context.Screen.Line();
    }

    private static void PrintChange(CommandContext context, FailedChange change)
    {
        var state = context.T(ChangeNames.TextOf(change.State));
        if (change.Attempts > 0)
            state += $", {context.T(FailedTexts.ColumnAttempts).ToLowerInvariant()}: {context.Language.Number(change.Attempts)}";
        if (change.Decided is { } decided)
            state += $", {context.T(FailedTexts.DecidedAt, context.Language.Number(decided.Position))}";
        context.Screen.Line($"  {IndexOf(change.Index)}  {ChangeNames.About(change.Change)}  ({state})");
        PrintWhy(context, change.Violations, change.Texts);
    }

    private static string TimeOf(CommandContext context, FailedBatch batch) =>
        batch.CommitTime is { } time ? Times.Local(context.Environment, time.ToDateTimeOffset()) : "-";

    private static string StatesOf(CommandContext context, FailedBatch batch) =>
        string.Join(", ", batch.States.Select(s => $"{context.T(ChangeNames.TextOf(s.State))} {context.Language.Number(s.Changes)}"));

    private static string CodesOf(CommandContext context, FailedBatch batch) =>
        string.Join(", ", batch.Codes.Select(c => $"{c.Code} {context.Language.Number(c.Changes)}"));

    private static string IndexOf(int index) => index.ToString(CultureInfo.InvariantCulture).PadLeft(3);

    private static object DocumentOf(FailedBatch batch) => new
    {
        Batch = ChangeNames.Of(batch.Batch),
        CommitTime = batch.CommitTime?.ToDateTimeOffset(),
        batch.ProducerId,
        batch.Sequence,
        Source = batch.SourceName,
        batch.Mode,
        batch.Actor,
        batch.RuleSetVersion,
        States = batch.States.Select(s => new { s.State, s.Changes }),
        Codes = batch.Codes.Select(c => new { c.Code, c.Changes }),
        batch.Attempts,
    };

    private static object DocumentOf(FailedChange change) => new
    {
        change.Index,
        change.State,
        change.Status,
        change.Code,
        Codes = change.Violations.Select(v => v.Code),
        change.Texts,
        change.Attempts,
        change.Change?.Reference,
        Kind = change.Change?.KindCase.ToString(),
        Decided = change.Decided?.Position,
    };
}
