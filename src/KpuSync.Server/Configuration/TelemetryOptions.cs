namespace KpuSync.Server.Configuration;

/// <summary>Where metrics and traces go: section <c>KpuSync:Telemetry</c>.</summary>
public sealed class TelemetryOptions
{
    /// <summary>Whether <c>/metrics</c> answers on the address of health. Default yes.</summary>
    public bool Prometheus { get; set; } = true;

    /// <summary>
    /// An OpenTelemetry collector that takes metrics and traces over OTLP, for example <c>http://127.0.0.1:4317</c>. Empty: none, unless the environment names one by
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>. The other <c>OTEL_</c> variables (headers, protocol, sampler, service name) hold too.
    /// </summary>
    public string Otlp { get; set; } = "";

    /// <summary>How often the gauges are read from the database. Default 10 s.</summary>
    public TimeSpan ReadInterval { get; set; } = TimeSpan.FromSeconds(10);
}
