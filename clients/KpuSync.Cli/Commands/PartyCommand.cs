using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync party</c>: data of political parties.</summary>
internal static class PartyCommand
{
    public static Command Build(SharedOptions shared) => new("party", shared.T(PartyTexts.Command)) { BuildPush(shared) };

    private static Command BuildPush(SharedOptions shared)
    {
        var file = new Argument<string>("FILE") { Description = shared.T(PartyTexts.File) };
        var retry = new Option<bool>("--retry-rejected") { Description = shared.T(CommandTexts.PushRetry) };
        var command = shared.Command("push", PartyTexts.Push, async (parsed, context, cancellation) =>
        {
            var report = await context.WithProgressAsync(progress =>
                context.Client.PushPartyAsync(parsed.GetRequiredValue(file), parsed.GetValue(retry), progress, cancellation));
            return PushView.Print(context, report);
        });
        command.Arguments.Add(file);
        command.Options.Add(retry);
        return command;
    }
}
