using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync revert</c>: after a wrong file. Shows first, sends with <c>--yes</c>.</summary>
internal static class RevertCommand
{
    public static Command Build(SharedOptions shared)
    {
        var batch = new Argument<string>("BATCH") { Description = shared.T(CommandTexts.RevertBatch) };
        var yes = new Option<bool>("--yes", "-y") { Description = shared.T(CommandTexts.RevertYes) };
        var command = shared.Command("revert", CommandTexts.Revert, async (parsed, context, cancellation) =>
        {
            var name = parsed.GetRequiredValue(batch);
            var plan = await context.WithProgressAsync(progress => context.Client.PlanRevertAsync(name, progress, cancellation));
            if (plan.ChangesCount == 0 || !parsed.GetValue(yes))
                return RevertView.PrintPlan(context, plan, name);
            if (!context.Json)
                RevertView.PrintText(context, plan);
            return PushView.Print(context, await context.WithProgressAsync(progress => context.Client.RevertAsync(plan, progress, cancellation)));
        });
        command.Arguments.Add(batch);
        command.Options.Add(yes);
        return command;
    }
}
