using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Output;

/// <summary>Shows how an installation was set up.</summary>
internal static class InitView
{
    public static int Print(CommandContext context, InitReport report)
    {
        context.Print(() => DocumentOf(report), () => PrintText(context, report));
        if (report.Unreachable is { } unreachable)
            context.Screen.Failure(unreachable.Code, context.T(ReportTexts.InitUnreachable));
        return report.Unreachable is null ? ExitCode.Ok : ExitCode.Unreachable;
    }

    private static object DocumentOf(InitReport report) => new
    {
        report.Directory,
        report.Office,
        report.ProducerId,
        report.Deployment,
        report.Created,
        report.BaselineVoters,
        report.EntriesPulled,
        report.ChangesSetAside,
        Unreachable = PushView.FailureOf(report.Unreachable),
    };

    private static void PrintText(CommandContext context, InitReport report)
    {
        var language = context.Language;
        context.Screen.Line(context.T(report.Created ? ReportTexts.InitCreated : ReportTexts.InitChanged));
        List<(string, string)> facts =
        [
            (context.T(ReportTexts.Office), Offices.Named(report.Office)),
            (context.T(ReportTexts.Directory), report.Directory),
            (context.T(ReportTexts.Producer), report.ProducerId),
            (context.T(ReportTexts.Deployment), report.Deployment.Length > 0 ? report.Deployment : context.T(ReportTexts.NotYetKnown)),
        ];
        if (report.EntriesPulled > 0 || report.BaselineVoters > 0)
            facts.Add((context.T(ReportTexts.InitBaseline), context.T(ReportTexts.InitBaselineValue, language.Number(report.BaselineVoters), language.Number(report.EntriesPulled))));
        if (report.ChangesSetAside > 0)
            facts.Add((context.T(ReportTexts.InitSetAside), context.T(ReportTexts.InitSetAsideValue, language.Number(report.ChangesSetAside))));
        context.Screen.Facts([.. facts]);
    }
}
