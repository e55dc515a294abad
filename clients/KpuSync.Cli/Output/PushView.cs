using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows what a push did.</summary>
internal static class PushView
{
    public static int Print(CommandContext context, PushReport report)
    {
        context.Print(() => DocumentOf(report), () => PrintText(context, report));
        if (report.Unreachable is { } unreachable)
        {
            context.Screen.Failure(unreachable.Code, unreachable.Text.In(context.Language.Code()));
            context.Screen.Note(context.T(ErrorTexts.UnreachableWaiting, context.Language.Number(report.ChangesWaiting)));
            if (report.FileNotCompared)
                context.Screen.Note(context.T(ErrorTexts.FileNotCompared));
            return ExitCode.Unreachable;
        }

        if (report.PushCompleteExport)
            context.Screen.Note(context.T(ReportTexts.PushComplete));
        var notApplied = report.Outcomes.NotInRegister + report.Delta.Unreadable + report.Delta.NotAppliedBefore;
        return notApplied > 0 || report.PushCompleteExport ? ExitCode.SomeNotApplied : ExitCode.Ok;
    }

    public static object? FailureOf(KpuSyncException? failure) => failure is null ? null : new { failure.Code, Text = failure.Text.English };

    public static object OutcomesOf(OutcomeTotals totals) => new
    {
        totals.Applied,
        totals.Unchanged,
        totals.Held,
        totals.Conflict,
        totals.Rejected,
        totals.NotApplied,
        totals.Superseded,
        totals.Sum,
    };

    public static object? ReceiptOf(Receipt? receipt) => receipt is null ? null : new
    {
        receipt.Sequence,
        receipt.BatchId,
        receipt.Position,
        receipt.Epoch,
        CommitTime = receipt.CommitTime?.ToDateTimeOffset(),
    };

    public static double PerSecond(long changes, TimeSpan time) => time > TimeSpan.Zero ? changes / time.TotalSeconds : 0;

    /// <summary>How many of each outcome there are.</summary>
    public static OutcomeTotals TotalsOf(IEnumerable<OutcomeStatus> statuses)
    {
        var counts = new OutcomeCounts();
        foreach (var status in statuses)
        {
            switch (status)
            {
                case OutcomeStatus.Applied: counts.Applied++; break;
                case OutcomeStatus.Unchanged: counts.Unchanged++; break;
                case OutcomeStatus.Held: counts.Held++; break;
                case OutcomeStatus.Conflict: counts.Conflict++; break;
                case OutcomeStatus.Rejected: counts.Rejected++; break;
                case OutcomeStatus.NotApplied: counts.NotApplied++; break;
                case OutcomeStatus.Superseded: counts.Superseded++; break;
            }
        }

        return default(OutcomeTotals).Plus(counts);
    }

    /// <summary>The outcomes that occurred, by name.</summary>
    public static string OutcomeLine(Language language, OutcomeTotals totals) => string.Join(", ",
        new (Text Name, long Count)[]
        {
            (ReportTexts.Applied, totals.Applied), (ReportTexts.Unchanged, totals.Unchanged), (ReportTexts.Held, totals.Held), (ReportTexts.Conflict, totals.Conflict),
            (ReportTexts.Rejected, totals.Rejected), (ReportTexts.NotApplied, totals.NotApplied), (ReportTexts.Superseded, totals.Superseded),
        }
        .Where(o => o.Count > 0)
        .Select(o => $"{o.Name.In(language).ToLowerInvariant()} {language.Number(o.Count)}"));

    private static object DocumentOf(PushReport report) => new
    {
        report.File,
        report.FileNotCompared,
        report.Delta,
        Outcomes = OutcomesOf(report.Outcomes),
        report.BatchesAcknowledged,
        report.ChangesWaiting,
        Findings = report.Findings.Select(FindingsView.DocumentOf),
        report.FindingsTotal,
        report.ReportFiles,
        LastReceipt = ReceiptOf(report.LastReceipt),
        Unreachable = FailureOf(report.Unreachable),
        report.PushCompleteExport,
        report.Reconnects,
        ElapsedSeconds = report.Elapsed.TotalSeconds,
        SendingSeconds = report.Sending.TotalSeconds,
        ChangesPerSecond = Math.Round(PerSecond(report.Outcomes.Sum, report.Sending)),
    };

    private static void PrintText(CommandContext context, PushReport report)
    {
        var language = context.Language;
        string N(long number) => language.Number(number);
        List<(string, string)> facts = [];
        void Fact(Text name, string value) => facts.Add((context.T(name), value));
        if (report.File is { } file)
        {
            var delta = report.Delta;
            Fact(ReportTexts.File, file);
            Fact(ReportTexts.Rows, context.T(ReportTexts.RowsSame, N(delta.Rows), N(delta.Unchanged), N(delta.Unreadable)));
            if (delta.NotAppliedBefore > 0)
                Fact(ReportTexts.RowsBefore, context.T(ReportTexts.RowsBeforeValue, N(delta.NotAppliedBefore)));
            Fact(ReportTexts.Changes, ChangesOf(context, delta));
        }

        if (report.Outcomes.Sum > 0)
        {
            Fact(ReportTexts.Acknowledged, context.T(ReportTexts.AcknowledgedValue, N(report.Outcomes.Sum), N(report.BatchesAcknowledged)));
            Fact(new Text("", ""), OutcomeLine(language, report.Outcomes));
            Fact(ReportTexts.Speed, context.T(ReportTexts.SpeedValue, N((long)PerSecond(report.Outcomes.Sum, report.Sending)), report.Sending.TotalSeconds));
        }

        if (report.ChangesWaiting > 0)
            Fact(ReportTexts.Waiting, N(report.ChangesWaiting));
        if (report.Reconnects > 0)
            Fact(ReportTexts.Reconnects, context.T(ReportTexts.Times, N(report.Reconnects)));
        if (report.LastReceipt is { } receipt)
            Fact(ReportTexts.LastReceipt, Receipt(context, receipt));
        context.Screen.Facts([.. facts]);
        FindingsView.Print(context, report.Findings, report.FindingsTotal, report.ReportFiles);
        if (report.Unreachable is null && report.FindingsTotal == 0)
            context.Screen.Line(context.T(report.Outcomes.Sum > 0 ? ReportTexts.AllApplied : ReportTexts.NothingToSend));
    }

    private static string ChangesOf(CommandContext context, DeltaCounts delta)
    {
        string N(long number) => context.Language.Number(number);
        if (delta.Items == delta.Changes)
            return N(delta.Items);
        return delta.Items + delta.Gone == delta.Changes
            ? context.T(ReportTexts.ChangesGone, N(delta.Changes), N(delta.Gone))
            : context.T(ReportTexts.ChangesValue, N(delta.Changes), N(delta.Upserts), N(delta.Removals), N(delta.NikChanges), N(delta.Gone));
    }

    public static string Receipt(CommandContext context, Receipt receipt) => context.T(
        ReportTexts.LastReceiptValue,
        context.Language.Number(receipt.Sequence),
        context.Language.Number(receipt.Position),
        receipt.CommitTime is { } time ? Times.Local(context.Environment, time.ToDateTimeOffset()) : "-");
}
