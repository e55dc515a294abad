using System.Data.Common;
using KpuSync.Core.Push;
using KpuSync.Core.Replay;
using KpuSync.Core.Store;

namespace KpuSync.Server.Hosting;

/// <summary>Carries replays and discards out while the server runs, also those that were running when it last stopped. Between two pages pushes go first.</summary>
public sealed partial class ReplayWorker(JobRunner runner, IWorkLease lease, JobProgress progress, PushActivity pushes, TimeProvider time, ILogger<ReplayWorker> logger) : BackgroundService
{
    private const string Work = "replay";
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PauseWhilePushing = TimeSpan.FromMilliseconds(100);

    private readonly Outage _outage = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = progress.Next;
            if (await StepAsync(stoppingToken))
            {
                if (pushes.IsBusy)
                    await Task.Delay(PauseWhilePushing, time, stoppingToken);
                continue;
            }

            await Signal.WaitAsync(next, LookEvery, time, stoppingToken);
        }
    }

    // False if there is nothing to do now.
    private async Task<bool> StepAsync(CancellationToken ct)
    {
        try
        {
            var goesOn = await lease.HoldAsync(Work, ct) && await runner.StepAsync(ct);
            if (_outage.Ends())
                LogBack();
            return goesOn;
        }
        catch (Exception e) when (e is StoreUnavailableException or DbException)
        {
            if (_outage.Begins())
                LogUnavailable(e);
        }
#pragma warning disable CA1031 // Jobs must not stop for good because of what the code cannot take; the log says so, and the job stays running.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            LogFailed(e);
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database cannot take a replay now; it tries again")]
    private partial void LogUnavailable(Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database takes replays again")]
    private partial void LogBack();

    [LoggerMessage(Level = LogLevel.Error, Message = "A replay failed and tries again")]
    private partial void LogFailed(Exception exception);
}
