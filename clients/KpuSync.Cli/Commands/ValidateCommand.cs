using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync validate</c>: what a push would say, without pushing.</summary>
internal static class ValidateCommand
{
    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string>("FILE") { Description = shared.T(CommandTexts.ValidateFile) };
        var server = new Option<bool>("--server") { Description = shared.T(CommandTexts.ValidateServer) };
        var write = new Option<bool>("--report") { Description = shared.T(CommandTexts.ValidateReport) };
        var command = shared.Command("validate", CommandTexts.Validate, async (parsed, context, cancellation) =>
        {
            var options = new ValidateOptions { OnServer = parsed.GetValue(server), WriteReport = parsed.GetValue(write) };
            var report = await context.WithProgressAsync(progress => context.Client.ValidateAsync(parsed.GetRequiredValue(file), options, progress, cancellation));
            return ValidateView.Print(context, report);
        });
        command.Arguments.Add(file);
        command.Options.Add(server);
        command.Options.Add(write);
        return command;
    }
}
