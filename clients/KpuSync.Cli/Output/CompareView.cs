using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Output;

/// <summary>Shows register against export, by village.</summary>
internal static class CompareView
{
    public static int Print(CommandContext context, CompareReport report, bool all)
    {
        context.Print(
            () => new { report.File, report.Totals, report.Villages, report.Rows, report.Unreadable, Findings = report.Findings.Select(FindingsView.DocumentOf) },
            () => PrintText(context, report, all));
        return report.Totals.Equal && report.Unreadable == 0 ? ExitCode.Ok : ExitCode.SomeNotApplied;
    }

    private static void PrintText(CommandContext context, CompareReport report, bool all)
    {
        var shown = report.Villages.Where(v => all || !v.Equal).ToList();
        if (shown.Count > 0)
        {
            var table = new TextTable(
                (context.T(ReportTexts.Village), false), ("", false), (context.T(ReportTexts.Register), true), (context.T(ReportTexts.Export), true),
                (context.T(ReportTexts.Differing), true), (context.T(ReportTexts.OnlyRegister), true), (context.T(ReportTexts.OnlyExport), true));
            foreach (var village in shown)
                AddRow(context.Language, table, village.VillageCode, village);
            AddRow(context.Language, table, context.T(ReportTexts.Total), report.Totals);
            table.Print(context.Screen, context.Environment.Width, totals: true);
        }

        if (report.Totals.Equal)
            context.Screen.Line(context.T(ReportTexts.CompareEqual, context.Language.Number(report.Totals.Register)));
        if (report.Unreadable > 0)
            context.Screen.Line(context.T(ReportTexts.CompareUnreadable, context.Language.Number(report.Unreadable)));
        FindingsView.Print(context, report.Findings, report.Findings.Count, []);
    }

    private static void AddRow(Language language, TextTable table, string name, VillageComparison counts) => table.Add(
        name, counts.VillageName, language.Number(counts.Register), language.Number(counts.Export),
        language.Number(counts.Differing), language.Number(counts.OnlyInRegister), language.Number(counts.OnlyInExport));
}
