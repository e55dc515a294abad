using System.IO.Compression;
using KpuSync.Server.Access;
using KpuSync.Server.Calls;
using KpuSync.Server.Configuration;
using KpuSync.Server.ConsoleHosting;
using KpuSync.Server.Logs;
using KpuSync.Server.Telemetry;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Hosting;

/// <summary>Puts the server together. Settings come from appsettings.json, then the environment, then <c>settings</c> (flags), the last one winning.</summary>
public static class ServerHost
{
    /// <summary>Builds the server; nothing listens and nothing is written yet.</summary>
    /// <param name="settings">Settings that win over all others, for example <c>KpuSync:Data</c>.</param>
    /// <param name="configure">Further services, for tests.</param>
    /// <exception cref="OptionsValidationException">A setting cannot be used.</exception>
    public static WebApplication Build(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? configure = null)
    {
        var builder = CreateBuilder(settings, out var options);
        builder.Host.UseSystemd();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.ShutdownTimeout);
        AddCalls(builder.Services, options);
        builder.Services.AddKpuSyncTelemetry(options.Telemetry, builder.Configuration);
        builder.Services.AddConsole(options.Console);
        var addresses = new ServerAddresses();
        builder.Services.AddSingleton(addresses);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.Http2.MaxStreamsPerConnection = options.Limits.StreamsPerConnectionMax;
            // A client that was cut off without a word is noticed, and its stream ended.
            kestrel.Limits.Http2.KeepAlivePingDelay = TimeSpan.FromSeconds(30);
            kestrel.Limits.Http2.KeepAlivePingTimeout = TimeSpan.FromSeconds(20);
            addresses.Listen(kestrel, options);
        });
        configure?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseKpuSyncMetrics(options.Telemetry);
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<CallGate>();
        app.MapGrpcService<SyncGrpcService>();
        app.MapGrpcService<RecapGrpcService>();
        app.MapGrpcService<ProgressGrpcService>();
        app.MapGrpcService<PartyGrpcService>();
        app.MapGrpcService<HoldGrpcService>();
        app.MapGrpcService<DuplicateGrpcService>();
        app.MapGrpcService<FailedBatchGrpcService>();
        app.MapGrpcService<SubjectGrpcService>();
        app.MapGrpcHealthChecksService().AllowAnonymous();
        app.MapGrpcReflectionService().AllowAnonymous();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        return app;
    }

    /// <summary>Builds what a command needs: the same settings and services, without a server.</summary>
    /// <exception cref="OptionsValidationException">A setting cannot be used.</exception>
    public static WebApplication BuildForCommand(IEnumerable<KeyValuePair<string, string?>> settings) => CreateBuilder(settings, out _).Build();

    private static WebApplicationBuilder CreateBuilder(IEnumerable<KeyValuePair<string, string?>> settings, out ServerOptions options)
    {
        // appsettings.json lies beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "kpusync-server" });
        builder.Configuration.AddInMemoryCollection(settings);
        options = ReadOptions(builder.Configuration);
        builder.Services.AddSingleton(Options.Create(options));
        builder.Logging.AddMaskedConsole(options.LogFormat);
        builder.Services.AddKpuSyncServer(options);
        return builder;
    }

    private static ServerOptions ReadOptions(ConfigurationManager configuration)
    {
        var options = new ServerOptions();
        try
        {
            configuration.GetSection(ServerOptions.Section).Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        }
        catch (InvalidOperationException exception)
        {
            throw new StartupException($"A setting cannot be used. {exception.Message} {exception.InnerException?.Message}".Trim(), exception);
        }

        var validation = new ServerOptionsValidator().Validate(null, options);
        return validation.Failed ? throw new OptionsValidationException(ServerOptions.Section, typeof(ServerOptions), validation.Failures) : options;
    }

    private static void AddCalls(IServiceCollection services, ServerOptions options)
    {
        services.AddHttpContextAccessor();
        services.AddBearerAuthentication(options.Credentials, options.Deployment);
        services.AddSingleton<CredentialReader>();
        services.AddSingleton<CredentialGuard>();
        services.AddSingleton<AccessTrail>();
        services.AddSingleton<CallErrors>();
        services.AddSingleton<OfficeRates>();
        services.AddSingleton<Drain>();
        services.AddSingleton<AnswerStreams>();
        services.AddSingleton<PushStreams>();
        services.AddSingleton<SyncGrpcService>();
        services.AddSingleton<RecapGrpcService>();
        services.AddSingleton<ProgressGrpcService>();
        services.AddSingleton<PartyGrpcService>();
        services.AddSingleton<HoldGrpcService>();
        services.AddSingleton<DuplicateGrpcService>();
        services.AddSingleton<FailedBatchGrpcService>();
        services.AddSingleton<SubjectGrpcService>();
        services.AddHostedService<LeaseHandover>();
        services.AddHostedService<ScanWorker>();
        services.AddHostedService<ReplayWorker>();
        services.AddHostedService<RegionWorker>();
        if (options.Database == DatabaseKinds.Postgres)
            services.AddHostedService<ListenWorker>();
        services.AddGrpc(grpc =>
        {
            grpc.Interceptors.Add<CallErrors>();
            grpc.EnableDetailedErrors = false;
            grpc.MaxReceiveMessageSize = options.Limits.MessageBytesMax;
            // An entry that was taken in must also go out, however its outcomes made it grow.
            grpc.MaxSendMessageSize = null;
            grpc.ResponseCompressionAlgorithm = "gzip";
            grpc.ResponseCompressionLevel = CompressionLevel.Fastest;
            grpc.CompressionProviders.Clear();
            grpc.CompressionProviders.Add(new BoundedGzip(options.Limits.MessageBytesMax, new HttpContextAccessor()));
        });
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks().AddCheck<StoreHealth>("store");
    }
}
