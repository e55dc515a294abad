using KpuSync.Storage.Postgres;

namespace KpuSync.Server.Hosting;

/// <summary>Hears of entries that other servers write, as long as the server runs. While it cannot, readers that follow look for themselves, and background work gives way to its own server alone.</summary>
public sealed partial class ListenWorker(PostgresListener listener, TimeProvider time, ILogger<ListenWorker> logger) : BackgroundService
{
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(1);

    private readonly Outage _outage = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await listener.ListenAsync(NoteHearing, stoppingToken);
            }
#pragma warning disable CA1031 // Whatever keeps it from listening, a name that cannot be looked up for instance, must not end the server.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                if (_outage.Begins())
                    LogLost(exception);
            }

            await Task.Delay(AgainAfter, time, stoppingToken);
        }
    }

    private void NoteHearing()
    {
        if (_outage.Ends())
            LogBack();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Entries of other servers are heard of again")]
    private partial void LogBack();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Entries of other servers cannot be heard of now; the server tries again")]
    private partial void LogLost(Exception exception);
}
