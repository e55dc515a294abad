using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Output;

/// <summary>Shows what checking an export gave.</summary>
internal static class ValidateView
{
    public static int Print(CommandContext context, ValidateReport report)
    {
        context.Print(() => DocumentOf(report), () => PrintText(context, report));
        return report.RowsWithErrors > 0 || report.Outcomes is { NotInRegister: > 0 } ? ExitCode.SomeNotApplied : ExitCode.Ok;
    }

    private static object DocumentOf(ValidateReport report) => new
    {
        report.File,
        report.Rows,
        report.RowsWithErrors,
        report.RowsWithWarnings,
        Outcomes = report.Outcomes is { } outcomes ? PushView.OutcomesOf(outcomes) : null,
        Findings = report.Findings.Select(FindingsView.DocumentOf),
        report.FindingsTotal,
        report.ReportFiles,
    };

    private static void PrintText(CommandContext context, ValidateReport report)
    {
        string N(long number) => context.Language.Number(number);
        List<(string, string)> facts =
        [
            (context.T(ReportTexts.File), report.File),
            (context.T(ReportTexts.Rows), N(report.Rows)),
            (context.T(ReportTexts.ValidateErrors), N(report.RowsWithErrors)),
            (context.T(ReportTexts.ValidateWarnings), N(report.RowsWithWarnings)),
        ];
        if (report.Outcomes is { Sum: > 0 } outcomes)
            facts.Add((context.T(ReportTexts.ValidateDryRun), PushView.OutcomeLine(context.Language, outcomes)));
        context.Screen.Facts([.. facts]);
        FindingsView.Print(context, report.Findings, report.FindingsTotal, report.ReportFiles);
    }
}
