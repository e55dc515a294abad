using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows the monthly progress: as a table with who is flagged below it, as a document, and as files.</summary>
internal static class ProgressView
{
    private const long Million = 1_000_000;
    private const decimal BasisPointsOfPercent = 100m;

    /// <summary>Prints it, and writes the files that were asked for.</summary>
    public static int Print(CommandContext context, GetProgressResponse progress, string? csv, string? xlsx)
    {
        List<List<object?>> lines = [Heads(context.Language), .. progress.Offices.Select(Line)];
        if (csv is not null)
            FormFiles.WriteCsv(csv, lines);
        if (xlsx is not null)
        {
            FormFiles.WriteXlsx(xlsx,
            [
                [context.T(ProgressReportTexts.Title)], [context.T(ProgressReportTexts.Heading, progress.Month, RecapAreas.NameOf(progress.Range))], [], .. lines,
            ]);
        }

        context.Print(
            () => progress.Offices.Select(o => DocumentOf(progress, o)),
            () =>
            {
                PrintText(context, progress);
                FormFiles.Tell(context, csv, xlsx);
            });
        return ExitCode.Ok;
    }

    /// <summary>The table, and who is flagged.</summary>
    public static void PrintText(CommandContext context, GetProgressResponse progress)
    {
        context.Screen.Heading(context.T(ProgressReportTexts.Heading, progress.Month, RecapAreas.NameOf(progress.Range)));
        var table = new TextTable(
            (context.T(RecapWords.Code), false), (context.T(ProgressReportTexts.Name), false), (context.T(ProgressReportTexts.CeilingMillions), true),
            (context.T(ProgressReportTexts.RealisedMillions), true), (context.T(ProgressReportTexts.Share), true), (context.T(ProgressReportTexts.PlanShare), true),
            (context.T(ProgressReportTexts.YearEndShare), true), (context.T(ProgressReportTexts.Since), true), (context.T(ProgressReportTexts.Voters), true),
            (context.T(ProgressReportTexts.Staff), true));
        foreach (var office in progress.Offices)
            table.Add([office.OfficeCode, ShortNameOf(office.OfficeCode), .. Budget(context, office), Voters(context, (long)ProgressItem.VotersOf(office)), Staff(context, office)]);
        table.Add(["", context.T(ReportTexts.Total), .. Totals(context, progress)]);
        table.Print(context.Screen, context.Environment.Width, totals: true);
        context.Screen.Line(context.T(ProgressReportTexts.Units));
        PrintFlags(context, progress);
    }

    private static void PrintFlags(CommandContext context, GetProgressResponse progress)
    {
        var target = (progress.YearEndTargetBasisPoints / BasisPointsOfPercent).ToString("0.##", context.Language.Numbers());
        context.Screen.Line();
        context.Screen.Facts(
            (context.T(ProgressReportTexts.UnderPlan), Offices(context, progress, o => o.Standing is { UnderPlan: true })),
            (context.T(ProgressReportTexts.UnderTarget, target), Offices(context, progress, o => o.Standing is { UnderYearEndTarget: true })),
            (context.T(ProgressReportTexts.Waiting), Offices(context, progress, o => o.Report?.Budget.Waiting is not null, o =>
                context.T(ProgressReportTexts.WaitingSince, ShortNameOf(o.OfficeCode), o.Report.Budget.Waiting.SubmittedDate))),
            (context.T(ProgressReportTexts.NotReported), Offices(context, progress, o => o.Report is null)),
            (context.T(ProgressReportTexts.NoPlan), Offices(context, progress, o => o.Plan is null)));
    }

    private static string Offices(CommandContext context, GetProgressResponse progress, Func<OfficeProgress, bool> isFlagged, Func<OfficeProgress, string>? nameOf = null)
    {
        var names = progress.Offices.Where(isFlagged).Select(nameOf ?? (o => ShortNameOf(o.OfficeCode))).ToList();
        return names.Count == 0 ? context.T(ProgressReportTexts.None) : string.Join(", ", names);
    }

    private static IEnumerable<string> Budget(CommandContext context, OfficeProgress office)
    {
        if (office.Report is not { } report)
            return Enumerable.Repeat("-", 6);
        return
        [
            Millions(context, report.Budget.RevisedCeiling),
            Millions(context, report.Budget.Realised),
            Percent(context, office.Standing.RealisedBasisPoints),
            office.Plan is null ? "-" : Percent(context, ShareOf(office.Standing.Planned, report.Budget.RevisedCeiling)),
            IsExpectable(office) ? Percent(context, office.Standing.ExpectedBasisPoints) : "-",
            office.Previous is null ? "-" : Millions(context, report.Budget.Realised - office.Previous.Budget.Realised),
        ];
    }

    // None: the register began after the month.
    private static string Voters(CommandContext context, long voters) => voters == 0 ? "-" : N(context, voters);

    // Before December only a plan says what is to come.
    private static bool IsExpectable(OfficeProgress office) => office.Plan is not null || office.Report.Month.EndsWith("-12", StringComparison.Ordinal);

    private static string Staff(CommandContext context, OfficeProgress office) =>
        office.Report is null ? "-" : N(context, ProgressItem.StaffOf(office.Report.Headcount));

    // Sums of those that have reported.
    private static IEnumerable<string> Totals(CommandContext context, GetProgressResponse progress)
    {
        var reported = progress.Offices.Where(o => o.Report is not null).ToList();
        var ceiling = reported.Sum(o => o.Report.Budget.RevisedCeiling);
        var realised = reported.Sum(o => o.Report.Budget.Realised);
        return
        [
            Millions(context, ceiling),
            Millions(context, realised),
            Percent(context, ShareOf(realised, ceiling)),
            reported.TrueForAll(o => o.Plan is not null) ? Percent(context, ShareOf(reported.Sum(o => o.Standing.Planned), ceiling)) : "-",
            reported.TrueForAll(IsExpectable) ? Percent(context, ShareOf(reported.Sum(o => o.Standing.Expected), ceiling)) : "-",
            reported.TrueForAll(o => o.Previous is not null) ? Millions(context, realised - reported.Sum(o => o.Previous.Budget.Realised)) : "-",
            Voters(context, progress.Offices.Sum(o => (long)ProgressItem.VotersOf(o))),
            N(context, reported.Sum(o => ProgressItem.StaffOf(o.Report.Headcount))),
        ];
    }

    private static List<object?> Heads(Language language) =>
        [RecapWords.Code.In(language), ProgressReportTexts.Name.In(language), .. ProgressItem.All.Select(i => i.Head.In(language))];

    private static List<object?> Line(OfficeProgress office) =>
        [office.OfficeCode, RecapAreas.OfficeNameOf(office.OfficeCode), .. ProgressItem.All.Select(i => i.ValueOf(office))];

    private static object DocumentOf(GetProgressResponse progress, OfficeProgress office) => new
    {
        progress.Month,
        Office = office.OfficeCode,
        Name = RecapAreas.OfficeNameOf(office.OfficeCode),
        Reported = office.Report is not null,
        progress.YearEndTargetBasisPoints,
        Progress = JsonDocuments.Of(office),
    };

    private static string ShortNameOf(string office) => RecapAreas.OfficeNameOf(office).Replace("Kabupaten ", "", StringComparison.Ordinal);

    private static long ShareOf(long part, long whole) => whole == 0 ? 0 : (long)((Int128)part * 10_000 / whole);

    private static string Percent(CommandContext context, long basisPoints) =>
        (basisPoints / BasisPointsOfPercent).ToString("0.00", context.Language.Numbers());

    private static string Millions(CommandContext context, long amount) => N(context, amount / Million);

    private static string N(CommandContext context, long number) => context.Language.Number(number);
}
