using KpuSync.Server.Configuration;

namespace KpuSync.Server.Hosting;

/// <summary>Answers on the address of health while nothing else can: the process runs, and is not ready.</summary>
internal sealed class WaitingHealth : IAsyncDisposable
{
    private readonly WebApplication _app;

    private WaitingHealth(WebApplication app) => _app = app;

    /// <summary>Ends when the process is told to stop.</summary>
    public CancellationToken Stopping => _app.Lifetime.ApplicationStopping;

    /// <param name="configuration">The server's own, for its certificate.</param>
    /// <param name="options">Where health is asked for.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<WaitingHealth> StartAsync(IConfiguration configuration, ServerOptions options, CancellationToken ct)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        // The server's own log says that it waits.
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            new ServerAddresses().ListenForHealth(kestrel, options);
        });
        var app = builder.Build();
        app.MapGet("/health/live", () => "Healthy");
        app.MapGet("/health/ready", () => Results.Text("Unhealthy", statusCode: StatusCodes.Status503ServiceUnavailable));
        await app.StartAsync(ct);
        return new WaitingHealth(app);
    }

    // Stops first, so that its port is free for the server.
    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
