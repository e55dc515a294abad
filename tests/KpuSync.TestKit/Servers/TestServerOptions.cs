using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.TestKit.Servers;

/// <summary>How a <see cref="TestServer"/> differs from the default: a fresh database, deployment <c>trial</c>, ports chosen by the system.</summary>
public sealed record TestServerOptions
{
    /// <summary>The file of a database, or what stands for it, that is kept when the server is disposed; null makes one in a temporary folder that goes with the server.</summary>
    public string? DataPath { get; init; }

    public string Deployment { get; init; } = "trial";

    /// <summary>Further settings without the section name, for example <c>Limits:CallsPerOfficeMax</c>; Kestrel's own with it, as <c>Kestrel:...</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>The server's clock; null is the system's.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Replaces or adds services, last.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}
