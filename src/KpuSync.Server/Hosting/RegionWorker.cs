using System.Data.Common;

namespace KpuSync.Server.Hosting;

/// <summary>Looks for regions that <c>kpusync-server regions import</c> added beside the running server.</summary>
public sealed partial class RegionWorker(RegionLoader loader, TimeProvider time, ILogger<RegionWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await loader.LoadAsync(stoppingToken);
            }
            catch (DbException exception)
            {
                LogUnavailable(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot be asked for new regions now; the server tries again")]
    private partial void LogUnavailable(Exception exception);
}
