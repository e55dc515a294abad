using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Output;

/// <summary>Shows what reverting a batch would do.</summary>
internal static class RevertView
{
    private const int SkipsShownMax = 10;

    public static int PrintPlan(CommandContext context, RevertPlan plan, string batch)
    {
        context.Print(
            () => new { plan.Sequence, plan.BatchId, plan.SourceName, plan.Removals, plan.Restorations, plan.NikChanges, plan.Untouched, plan.ChangesCount, plan.Skipped, Sent = false },
            () =>
            {
                PrintText(context, plan);
                context.Screen.Line();
                context.Screen.Line(plan.ChangesCount > 0 ? context.T(ReportTexts.RevertConfirm, batch) : context.T(ReportTexts.RevertNothing));
            });
        return ExitCode.Ok;
    }

    public static void PrintText(CommandContext context, RevertPlan plan)
    {
        string N(long number) => context.Language.Number(number);
        context.Screen.Line(context.T(ReportTexts.RevertHeading, N(plan.Sequence), plan.SourceName));
        context.Screen.Facts(
            (context.T(ReportTexts.RevertRemovals), N(plan.Removals)),
            (context.T(ReportTexts.RevertRestorations), N(plan.Restorations)),
            (context.T(ReportTexts.RevertNik), N(plan.NikChanges)),
            (context.T(ReportTexts.RevertUntouched), N(plan.Untouched)),
            (context.T(ReportTexts.RevertSkipped), N(plan.Skipped.Count)));
        foreach (var skip in plan.Skipped.Take(SkipsShownMax))
            context.Screen.Line(context.T(ReportTexts.RevertSkip, skip.Reference, skip.MaskedNik, N(skip.LaterSequence)));
        if (plan.Skipped.Count > SkipsShownMax)
            context.Screen.Line("  " + context.T(ReportTexts.FindingsCapped, N(plan.Skipped.Count - SkipsShownMax)));
    }
}
