namespace KpuSync.Server.Hosting;

/// <summary>Looks for regions that <c>kpusync-server regions import</c> added beside the running server.</summary>
public sealed partial class RegionWorker(RegionLoader loader, TimeProvider time, ILogger<RegionWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(10);

    private readonly Outage _outage = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Not by a timer: a clock that jumps is looked at once, not for each interval that it left out.
            await Task.Delay(LookEvery, time, stoppingToken);
            try
            {
                await loader.LoadAsync(stoppingToken);
                _outage.Ends();
            }
#pragma warning disable CA1031 // Whatever happens to the catalogue, the server goes on with the one it has.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                if (_outage.Begins())
                    LogFailed(exception);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "New regions cannot be read now; the server tries again")]
    private partial void LogFailed(Exception exception);
}
