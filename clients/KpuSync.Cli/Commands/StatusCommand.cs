using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync status</c>: how the installation stands.</summary>
internal static class StatusCommand
{
    public static Command Build(SharedOptions shared) => shared.Command("status", CommandTexts.Status, async (_, context, cancellation) =>
        StatusView.Print(context, await context.Client.StatusAsync(cancellation)));
}
