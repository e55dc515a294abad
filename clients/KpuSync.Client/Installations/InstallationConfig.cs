using System.Text.Json.Serialization;

namespace KpuSync.Client.Installations;

/// <summary>What <c>config.json</c> holds.</summary>
internal sealed record InstallationConfig
{
    public required string Server { get; init; }

    public required string Office { get; init; }

    /// <summary>Learned from the server at the first contact; empty until then.</summary>
    public string Deployment { get; init; } = "";

    public required DateTimeOffset Created { get; init; }
}

/// <summary>Serialisation without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InstallationConfig))]
[JsonSerializable(typeof(Findings.ExportSource))]
internal sealed partial class ClientJson : JsonSerializerContext;
