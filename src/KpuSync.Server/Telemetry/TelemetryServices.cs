using KpuSync.Core.Telemetry;
using KpuSync.Server.Configuration;
using KpuSync.Server.Hosting;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KpuSync.Server.Telemetry;

/// <summary>Brings the meter and the spans of Core out of the process: to Prometheus, to a collector, or nowhere.</summary>
public static class TelemetryServices
{
    /// <summary>Path of the metrics in Prometheus' format.</summary>
    public const string MetricsPath = "/metrics";

    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static IServiceCollection AddKpuSyncTelemetry(this IServiceCollection services, TelemetryOptions options, IConfiguration configuration)
    {
        var sendsOtlp = options.Otlp.Length > 0 || configuration[EndpointVariable] is { Length: > 0 };
        if (!options.Prometheus && !sendsOtlp)
            return services;
        services.AddHostedService<FiguresWorker>();
        var telemetry = services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("kpusync-server")).WithMetrics(metrics =>
        {
            // The platform's own: calls by gRPC method, and what the runtime does. Their tags are bounded.
            metrics.AddMeter(SyncMetrics.MeterName, "Microsoft.AspNetCore.Hosting", "System.Runtime");
            if (options.Prometheus)
                metrics.AddPrometheusExporter();
            if (sendsOtlp)
                metrics.AddOtlpExporter(otlp => Address(otlp, options));
        });
        if (!sendsOtlp)
            return services;

        // The platform's source comes along because its span is the parent of ours: one that nobody samples would take them with it.
        telemetry.WithTracing(tracing => tracing.AddSource(SyncTracing.SourceName, "Microsoft.AspNetCore").AddOtlpExporter(otlp => Address(otlp, options)));
        return services;
    }

    /// <summary>Answers <see cref="MetricsPath"/> on the address of health alone: not where offices call.</summary>
    public static void UseKpuSyncMetrics(this WebApplication app, TelemetryOptions options)
    {
        if (!options.Prometheus)
            return;
        var addresses = app.Services.GetRequiredService<ServerAddresses>();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context =>
            context.Request.Path == MetricsPath && context.Connection.LocalPort == new Uri(addresses.Http).Port);
    }

    private static void Address(OtlpExporterOptions otlp, TelemetryOptions options)
    {
        if (options.Otlp.Length > 0)
            otlp.Endpoint = new Uri(options.Otlp);
    }
}
