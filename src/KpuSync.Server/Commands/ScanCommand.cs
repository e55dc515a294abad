using System.CommandLine;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.Server.Hosting;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server scan</c>: looks for duplicates up to the ledgers' ends, beside a running server or without one.</summary>
internal static class ScanCommand
{
    private const int LooksInVainMax = 60;
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    public static Command Create(TextWriter output)
    {
        var fromStart = new Option<bool>("--from-start")
        {
            Description = "Build the matching index anew and look at every entry again. Cases, decisions and what is remembered as different people stay.",
        };
        var command = new Command("scan", "Looks for duplicates and claims in what was not looked at yet; the server does so by itself while it runs.") { fromStart };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            if (parsed.GetValue(fromStart))
                await services.GetRequiredService<Scanner>().ResetAsync(ct);
            var (changes, isAtEnd) = await CatchUpAsync(services, ct);
            await output.WriteLineAsync(isAtEnd
                ? $"Looked at {changes} changes; the scanner is at the end of every ledger."
                : $"Looked at {changes} changes; a running server is at the rest. Its log says if something keeps it from getting on.");
            return ServerCommand.ExitWell;
        }, ct));
        return command;
    }

    // Where a running server is at it, this waits for it, as long as it gets on: two would only be in each other's way.
    private static async Task<(long Changes, bool IsAtEnd)> CatchUpAsync(IServiceProvider services, CancellationToken ct)
    {
        var (scanner, lease) = (services.GetRequiredService<Scanner>(), services.GetRequiredService<IWorkLease>());
        var (changes, least, looks) = (0L, long.MaxValue, 0);
        try
        {
            while (true)
            {
                if (!await lease.HoldAsync(ScanWorker.Work, ct))
                {
                    var behind = await scanner.BehindAsync(OfficeCode.Centre, ct);
                    looks = behind < least ? 0 : looks + 1;
                    least = Math.Min(least, behind);
                    if (behind == 0 || looks == LooksInVainMax)
                        return (changes, behind == 0);
                    await Task.Delay(LookEvery, services.GetRequiredService<TimeProvider>(), ct);
                }
                else if (await scanner.StepAsync(Scanner.PageEntriesMax, ct) is { } read)
                    changes += read;
                else
                    return (changes, true);
            }
        }
        finally
        {
            await ReleaseAsync(lease);
        }
    }

    private static async Task ReleaseAsync(IWorkLease lease)
    {
        try
        {
            await lease.ReleaseAllAsync(CancellationToken.None);
        }
        catch (StoreUnavailableException)
        {
            // Then it ends by itself; what the scan has to tell comes first.
        }
    }
}
