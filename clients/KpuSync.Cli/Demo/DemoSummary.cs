using KpuSync.Cli.Commands;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Demo;

/// <summary>What a person wants to know when the demonstration is over.</summary>
internal sealed class DemoSummary(CommandContext context, DemoOptions options, IReadOnlyList<DemoOffice> offices, TimeSpan pushing)
{
    private const int RowsShownMax = 15;

    /// <summary>Prints it; false if a register is not as the truth file says.</summary>
    public bool Print()
    {
        PrintTable();
        var right = PrintTruth();
        var changes = offices.Sum(o => o.Totals.Sum);
        context.Screen.Line(context.T(DemoTexts.Speed, N((long)PushView.PerSecond(changes, pushing)), N(changes), pushing.TotalSeconds));
        PrintNotApplied();
        return right;
    }

    /// <summary>Prints where everything lies and what to try next.</summary>
    /// <param name="failed">A batch to replay.</param>
    public void PrintEnd(FailedBatchRef? failed)
    {
        PrintPlaces();
        new DemoNextSteps(context, options, offices[0], failed).Print();
    }

    private void PrintTable()
    {
        context.Screen.Heading(context.T(DemoTexts.SummaryHeading));
        var table = new TextTable(
            (context.T(ReportTexts.Office), false), (context.T(DemoTexts.Sent), true), (context.T(DemoTexts.Applied), true), (context.T(DemoTexts.Unchanged), true),
            (context.T(DemoTexts.Held), true), (context.T(DemoTexts.Rejected), true), (context.T(DemoTexts.Unreadable), true), (context.T(DemoTexts.Voters), true));
        foreach (var office in offices)
            AddRow(office.ShortName, [office]);
        AddRow(context.T(ReportTexts.Total), offices);
        table.Print(context.Screen, context.Environment.Width, totals: true);
        context.Screen.Line(context.T(DemoTexts.Counted));

        void AddRow(string name, IReadOnlyList<DemoOffice> of) => table.Add(
            name, N(of.Sum(o => o.Totals.Sum)), N(of.Sum(o => o.Totals.Applied)), N(of.Sum(o => o.Totals.Unchanged)), N(of.Sum(o => o.Totals.Held)),
            N(of.Sum(o => o.Totals.NotInRegister - o.Totals.Held)), N(of.Sum(o => o.Unreadable)), N(of.Sum(o => o.Registered)));
    }

    private bool PrintTruth()
    {
        var wrong = offices.Where(o => o.Registered != o.RegisteredInTruth).ToList();
        foreach (var office in wrong)
            context.Screen.Note(context.T(DemoTexts.TruthWrong, office.Name, N(office.Registered), N(office.RegisteredInTruth)));
        if (wrong.Count == 0)
            context.Screen.Line(context.T(DemoTexts.TruthRight, offices.Count, N(offices.Sum(o => o.Registered))));
        return wrong.Count == 0;
    }

    private void PrintNotApplied()
    {
        var findings = offices.SelectMany(o => o.Reports).SelectMany(r => r.Findings).Where(f => f.Severity != Severity.Warning && !f.Again).ToList();
        if (findings.Count == 0)
            return;
        context.Screen.Heading(context.T(DemoTexts.NotAppliedHeading, N(findings.Count)));

        // One of each kind first: fifteen impossible dates would teach nothing.
        var shown = findings.GroupBy(f => f.Code).SelectMany(g => g.Select((finding, nth) => (finding, nth))).OrderBy(f => f.nth).Take(RowsShownMax).Select(f => f.finding);
        foreach (var finding in shown)
            FindingsView.PrintOne(context, finding);
        if (findings.Count > RowsShownMax)
            context.Screen.Line("  " + context.T(ReportTexts.FindingsCapped, N(findings.Count - RowsShownMax)));
        context.Screen.Line(context.T(DemoTexts.NotAppliedFiles, Paths.Short(ReportsPlace())));
    }

    // Each installation has its own; a star stands for the office.
    private string ReportsPlace()
    {
        var (office, file) = offices.SelectMany(o => o.Reports.SelectMany(r => r.ReportFiles).Select(f => (o, f))).FirstOrDefault();
        return file is null ? options.Offices : Path.GetDirectoryName(file)!.Replace(office.Home, Path.Combine(options.Offices, "*"), StringComparison.Ordinal);
    }

    private void PrintPlaces()
    {
        context.Screen.Heading(context.T(DemoTexts.DataHeading));
        context.Screen.Facts(
            (context.T(DemoTexts.DataExports), Paths.Short(options.Samples)),
            (context.T(DemoTexts.DataTruth), Paths.Short(Path.Combine(options.Samples, SampleTruth.FileName))),
            (context.T(DemoTexts.DataOffices), Paths.Short(options.Offices)),
            (context.T(DemoTexts.DataServer), options.Connection ?? Paths.Short(options.Database)),
            (context.T(DemoTexts.DataLog), Paths.Short(options.ServerLog)));
    }

    private string N(long number) => context.Language.Number(number);
}
