using KpuSync.Console;
using KpuSync.Console.Access;
using KpuSync.Console.Hosting;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Glance;
using KpuSync.Core.Ledger;
using KpuSync.Core.Parties;
using KpuSync.Core.Recap;
using KpuSync.Core.Replay;
using KpuSync.Core.Settlements;
using KpuSync.Core.Subjects;
using KpuSync.Server.Configuration;
using KpuSync.Server.Hosting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.ConsoleHosting;

/// <summary>Runs the console beside the API, in the same process and on the same handlers, on an address of its own.</summary>
public sealed class ConsoleHost(IServiceProvider server, IConfiguration configuration, ServerAddresses addresses, IOptions<ServerOptions> options) : IHostedService, IAsyncDisposable
{
    // What the pages use of the server. Shared as they are, so that there is one of each.
    private static readonly Type[] Shared =
    [
        typeof(TimeProvider), typeof(ILoggerFactory), typeof(IDataProtectionProvider), typeof(ISignInLinks), typeof(ICallGate), typeof(IReadingTrail),
        typeof(IIdentityReader), typeof(GlanceHandler), typeof(HoldHandler), typeof(CaseListHandler), typeof(DecisionHandler), typeof(CheckPartyHandler),
        typeof(CheckOrganisationHandler), typeof(RecapHandler), typeof(ClosePeriodHandler), typeof(ReopenPeriodHandler), typeof(VerifyLedgerHandler),
        typeof(TrailHandler), typeof(ICredentialDesk), typeof(FailedListHandler), typeof(PreviewReplayHandler), typeof(FailedJobHandler),
    ];

    private WebApplication? _app;

    /// <summary>The console's own services, for tests.</summary>
    public IServiceProvider Services => _app?.Services ?? throw new InvalidOperationException("The console is not started.");

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _app = await ConsoleApp.BuildAsync(
            SettingsOf(options.Value), configuration, kestrel => addresses.ListenForConsole(kestrel, options.Value.Console), services =>
            {
                foreach (var type in Shared)
                    services.AddSingleton(type, server.GetRequiredService(type));
            });
        await _app.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is not null)
            await _app.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
    }

    private static ConsoleSettings SettingsOf(ServerOptions options) => new()
    {
        Deployment = options.Deployment,
        IsHttps = (options.Console.PublicAddress.Length > 0 ? options.Console.PublicAddress : options.Console.Address).StartsWith("https:", StringComparison.OrdinalIgnoreCase),
        PublicAddress = options.Console.PublicAddress.Length > 0 ? new Uri(options.Console.PublicAddress) : null,
        IdleTimeout = options.Console.IdleTimeout,
        SessionMax = options.Console.SessionMax,
        OpenId = !options.Console.UsesOpenId ? null : new OpenIdSettings
        {
            Authority = options.Credentials.Authority,
            ClientId = options.Console.ClientId,
            ClientSecret = options.Console.ClientSecret,
        },
    };
}
