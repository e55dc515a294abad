using KpuSync.Core.Duplicates;
using KpuSync.Core.Store;
using KpuSync.Server.Configuration;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Hosting;

/// <summary>Keeps the scanner at the ledgers' ends while the server runs. It gives way to pushes, but never stops for them.</summary>
public sealed partial class ScanWorker(Scanner scanner, ScanTurns turns, IWorkLease lease, IOptions<ServerOptions> options, TimeProvider time, ILogger<ScanWorker> logger) : BackgroundService
{
    /// <summary>What it holds the lease of.</summary>
    public const string Work = "scan";

    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    private readonly Outage _outage = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.ScanInterval <= TimeSpan.Zero)
            return;
        using var timer = new PeriodicTimer(options.Value.ScanInterval, time);
        do
        {
            try
            {
                await CatchUpAsync(stoppingToken);
                if (_outage.Ends())
                    LogBack();
            }
            catch (StoreUnavailableException e)
            {
                if (_outage.Begins())
                    LogUnavailable(e);
            }
#pragma warning disable CA1031 // Duplicates must not stop for good because of one entry that the code cannot take; the log says so, and `entries_behind` shows it.
            catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(e);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task CatchUpAsync(CancellationToken ct)
    {
        int? changes;
        do
        {
            if (!await lease.HoldAsync(Work, ct))
                return;
            int entries;
            while ((entries = turns.EntriesNow()) == 0)
                await Task.Delay(LookEvery, time, ct);
            changes = await scanner.StepAsync(entries, ct);
        }
        while (changes is not null);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot take the scanner's findings now; it tries again")]
    private partial void LogUnavailable(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database takes the scanner's findings again")]
    private partial void LogBack();

    [LoggerMessage(Level = LogLevel.Error, Message = "The scanner failed and tries again")]
    private partial void LogFailed(Exception exception);
}
