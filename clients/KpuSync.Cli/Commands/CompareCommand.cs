using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync compare</c>: register against export.</summary>
internal static class CompareCommand
{
    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string>("FILE") { Description = shared.T(CommandTexts.ValidateFile) };
        var all = new Option<bool>("--all") { Description = shared.T(CommandTexts.CompareAll) };
        var command = shared.Command("compare", CommandTexts.Compare, async (parsed, context, cancellation) =>
        {
            var report = await context.WithProgressAsync(progress => context.Client.CompareAsync(parsed.GetRequiredValue(file), progress, cancellation));
            return CompareView.Print(context, report, parsed.GetValue(all));
        });
        command.Arguments.Add(file);
        command.Options.Add(all);
        return command;
    }
}
