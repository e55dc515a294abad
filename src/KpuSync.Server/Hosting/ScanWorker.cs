using KpuSync.Core.Duplicates;
using KpuSync.Core.Store;

namespace KpuSync.Server.Hosting;

/// <summary>Keeps the scanner at the ledgers' ends while the server runs.</summary>
public sealed partial class ScanWorker(Scanner scanner, TimeProvider time, ILogger<ScanWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await scanner.CatchUpAsync(stoppingToken);
            }
            catch (StoreUnavailableException e)
            {
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot take the scanner's findings now; it tries again")]
    private partial void LogUnavailable(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The scanner failed and tries again")]
    private partial void LogFailed(Exception exception);
}
