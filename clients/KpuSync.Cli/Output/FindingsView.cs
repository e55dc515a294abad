using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows rows that a person should look at: where, what, what to do, the code.</summary>
internal static class FindingsView
{
    /// <summary>Most findings that are printed; the report file has all.</summary>
    public const int ShownMax = 20;

    public static object DocumentOf(Finding finding) => new
    {
        finding.File,
        finding.Row,
        OtherRow = finding.OtherRow > 0 ? finding.OtherRow : (int?)null,
        finding.Column,
        finding.Code,
        finding.Severity,
        Text = new { Id = finding.Text.Indonesian, En = finding.Text.English },
        finding.Status,
        Place = finding.Place?.ToString(),
        finding.Again,
    };

    public static void Print(CommandContext context, IReadOnlyList<Finding> findings, long total, IReadOnlyList<string> reportFiles)
    {
        if (total == 0)
            return;
        context.Screen.Heading(context.T(ReportTexts.FindingsHeading, context.Language.Number(total)));

        // What stops a row comes before what is only worth a look.
        foreach (var finding in findings.OrderBy(f => f.Severity == Severity.Warning).Take(ShownMax))
            PrintOne(context, finding);

        if (total > ShownMax)
            context.Screen.Line("  " + context.T(ReportTexts.FindingsCapped, context.Language.Number(total - ShownMax)));
        if (reportFiles.Count == 0)
            return;
        context.Screen.Line();
        context.Screen.Line(context.T(ReportTexts.ReportFile));
        foreach (var file in reportFiles)
            context.Screen.Line("  " + file);
    }

    /// <summary>Where it is in one line, what it is and what to do in the next.</summary>
    public static void PrintOne(CommandContext context, Finding finding)
    {
        context.Screen.Line("  " + Where(context.Language, finding));
        context.Screen.Line($"    {finding.Text.In(context.Language.Code())} [{finding.Code}]");
    }

    /// <summary>File, row and column of a finding.</summary>
    public static string Where(Language language, Finding finding)
    {
        var where = finding.Row > 0 ? ReportTexts.FindingRow.In(language, finding.File, finding.Row.ToString(language.Numbers())) : finding.File;
        if (finding.OtherRow > 0)
            where += ReportTexts.FindingOtherRow.In(language, finding.OtherRow.ToString(language.Numbers()));
        if (finding.Column.Length > 0)
            where += ReportTexts.FindingColumn.In(language, finding.Column);
        return finding.Again ? where + ReportTexts.FindingAgain.In(language) : where;
    }
}
