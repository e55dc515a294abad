using System.CommandLine;
using KpuSync.Core.Duplicates;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server scan</c>: looks for duplicates up to the ledgers' ends, beside a running server or without one.</summary>
internal static class ScanCommand
{
    public static Command Create(TextWriter output)
    {
        var fromStart = new Option<bool>("--from-start")
        {
            Description = "Build the matching index anew and look at every entry again. Cases, decisions and what is remembered as different people stay.",
        };
        var command = new Command("scan", "Looks for duplicates and claims in what was not looked at yet; the server does so by itself while it runs.") { fromStart };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var scanner = services.GetRequiredService<Scanner>();
            if (parsed.GetValue(fromStart))
                await scanner.ResetAsync(ct);
            var changes = await scanner.CatchUpAsync(ct);
            await output.WriteLineAsync($"Looked at {changes} changes; the scanner is at the end of every ledger.");
            return ServerCommand.ExitWell;
        }, ct));
        return command;
    }
}
