using Google.Protobuf.WellKnownTypes;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows every version of a report or plan, with who sent it and when.</summary>
internal static class ProgressHistoryView
{
    // The ends of the quarters; all twelve are in the document.
    private static readonly (int Month, Text Head)[] PlanShown =
    [
        (3, ProgressReportTexts.UntilMarch), (6, ProgressReportTexts.UntilJune), (9, ProgressReportTexts.UntilSeptember), (12, ProgressReportTexts.UntilDecember),
    ];

    /// <summary>Prints the versions of one month's report.</summary>
    public static int Print(CommandContext context, string month, IReadOnlyList<ReportVersion> versions)
    {
        context.Print(
            () => versions.Select(v => new { v.Revision.Position, v.Revision.Index, CommitTime = v.CommitTime.ToDateTimeOffset(), v.Actor, Report = JsonDocuments.Of(v.Report) }),
            () =>
            {
                if (versions.Count == 0)
                {
                    context.Screen.Line(context.T(ProgressReportTexts.NeverReported, month));
                    return;
                }

                PrintTable(
                    context, versions[0].Report.OfficeCode, month, [ProgressReportTexts.Revision, ProgressReportTexts.Ceiling, ProgressReportTexts.Realised],
                    [.. versions.Select(v => (v.CommitTime, v.Actor, v.Revision,
                        (long[])[v.Report.Budget.Revision, v.Report.Budget.RevisedCeiling, v.Report.Budget.Realised]))]);
            });
        return ExitCode.Ok;
    }

    /// <summary>Prints the versions of one year's plan.</summary>
    public static int Print(CommandContext context, int year, IReadOnlyList<PlanVersion> versions)
    {
        var asked = year.ToString(context.Language.Numbers());
        context.Print(
            () => versions.Select(v => new { v.Revision.Position, v.Revision.Index, CommitTime = v.CommitTime.ToDateTimeOffset(), v.Actor, Plan = JsonDocuments.Of(v.Plan) }),
            () =>
            {
                if (versions.Count == 0)
                {
                    context.Screen.Line(context.T(ProgressReportTexts.NeverPlanned, asked));
                    return;
                }

                PrintTable(
                    context, versions[0].Plan.OfficeCode, asked, [.. PlanShown.Select(p => p.Head)],
                    [.. versions.Select(v => (v.CommitTime, v.Actor, v.Revision, PlanShown.Select(p => v.Plan.CumulativeTargets[p.Month - 1]).ToArray()))]);
            });
        return ExitCode.Ok;
    }

    private static void PrintTable(
        CommandContext context, string office, string what, Text[] heads, List<(Timestamp Time, string Actor, Revision Revision, long[] Figures)> versions)
    {
        context.Screen.Heading(context.T(ProgressReportTexts.Versions, RecapAreas.NameOf(office), what, versions.Count));
        var table = new TextTable(
        [
            (context.T(ProgressReportTexts.Time), false), (context.T(ProgressReportTexts.Sender), false), (context.T(ProgressReportTexts.Position), true),
            .. heads.Select(head => (context.T(head), true)),
        ]);
        foreach (var v in versions)
            table.Add([Times.Local(context.Environment, v.Time.ToDateTimeOffset()), v.Actor, N(context, v.Revision.Position), .. v.Figures.Select(f => N(context, f))]);
        table.Print(context.Screen, context.Environment.Width);
    }

    private static string N(CommandContext context, long number) => context.Language.Number(number);
}
