using KpuSync.Core.Telemetry;
using KpuSync.Server.Configuration;
using KpuSync.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Telemetry;

/// <summary>Reads every few seconds what the gauges show, so that no scrape, however frequent, asks the database.</summary>
public sealed partial class FiguresWorker(IFiguresReader figures, SyncMetrics metrics, IOptions<ServerOptions> options, TimeProvider time, ILogger<FiguresWorker> logger)
    : BackgroundService
{
    private readonly Outage _outage = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                metrics.Show(await figures.ReadAsync(stoppingToken));
                _outage.Ends();
            }
#pragma warning disable CA1031 // Whatever happens to the figures, the server goes on taking pushes.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                if (_outage.Begins())
                    LogFailed(exception);
            }

            // Not by a timer: a clock that jumps is looked at once, not for each interval that it left out.
            await Task.Delay(options.Value.Telemetry.ReadInterval, time, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The figures cannot be read now; the gauges keep the last ones")]
    private partial void LogFailed(Exception exception);
}
