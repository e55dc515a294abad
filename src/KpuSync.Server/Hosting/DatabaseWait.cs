using KpuSync.Core.Store;
using KpuSync.Server.Configuration;
using KpuSync.Server.Databases;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Hosting;

/// <summary>Prepares a server whose database may come up later than itself, as after a power cut.</summary>
public sealed partial class DatabaseWait(
    Preparation preparation, IDatabase database, IConfiguration configuration, IOptions<ServerOptions> options, TimeProvider time, ILogger<DatabaseWait> logger)
{
    private static readonly TimeSpan TryEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LogEvery = TimeSpan.FromSeconds(30);

    /// <summary>Prepares; while the database is down, tries again, and whoever asks for health hears that the server is not ready.</summary>
    /// <returns>False if the server was told to stop meanwhile.</returns>
    /// <exception cref="StartupException">Waiting does not help.</exception>
    public async Task<bool> PrepareAsync(CancellationToken ct)
    {
        if (await TryAsync(ct) is not { } down)
            return true;

        await using var health = await WaitingHealth.StartAsync(configuration, options.Value, ct);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct, health.Stopping);
        try
        {
            LogWaiting(down.Message);
            var logged = time.GetTimestamp();
            while (await TryAgainAsync(stop.Token) is { } still)
            {
                if (time.GetElapsedTime(logged) < LogEvery)
                    continue;
                LogWaiting(still.Message);
                logged = time.GetTimestamp();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }

        LogUp(database.Name);
        return true;
    }

    private async Task<StoreUnavailableException?> TryAgainAsync(CancellationToken ct)
    {
        await Task.Delay(TryEvery, time, ct);
        return await TryAsync(ct);
    }

    // Null if all is prepared.
    private async Task<StoreUnavailableException?> TryAsync(CancellationToken ct)
    {
        try
        {
            await preparation.PrepareAsync(ct);
            return null;
        }
        catch (StoreUnavailableException down)
        {
            return down;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The server waits for its database. {Reason}")]
    private partial void LogWaiting(string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Database} answers; the server starts")]
    private partial void LogUp(string database);
}
