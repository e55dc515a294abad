using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Samples;
using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Output;

/// <summary>Shows which exports were written.</summary>
internal static class SampleView
{
    public static int Print(CommandContext context, SampleOptions options, SampleTruth truth, TimeSpan elapsed)
    {
        context.Print(
            () => new { options.Directory, truth.Seed, truth.Exports, Planted = truth.Planted.Count, ElapsedSeconds = elapsed.TotalSeconds },
            () => PrintText(context, options, truth, elapsed));
        return ExitCode.Ok;
    }

    private static void PrintText(CommandContext context, SampleOptions options, SampleTruth truth, TimeSpan elapsed)
    {
        string N(long number) => context.Language.Number(number);
        var table = new TextTable(
            (context.T(ReportTexts.File), false), (context.T(ReportTexts.Office), false), (context.T(ReportTexts.RowsShort), true),
            (context.T(ReportTexts.Registered), true), (context.T(ReportTexts.Broken), true), (context.T(ReportTexts.Unverified), true));
        foreach (var export in truth.Exports)
            table.Add(export.File, export.OfficeName, N(export.Rows), N(export.Registered), N(export.Broken), N(export.Unverified));
        table.Print(context.Screen, context.Environment.Width);
        context.Screen.Line(context.T(ReportTexts.SampleDone, N(truth.Exports.Count), N(truth.Exports.Sum(e => (long)e.Rows)), options.Directory, elapsed.TotalSeconds));
        context.Screen.Line(context.T(ReportTexts.SampleTruth, Path.Combine(options.Directory, SampleTruth.FileName)));
    }
}
