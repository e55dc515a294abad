namespace KpuSync.Rules.Regions;

/// <summary>Provinces, regencies, districts and villages by Kemendagri code.</summary>
public sealed class RegionCatalogue
{
    /// <summary>The catalogue that ships inside.</summary>
    public static RegionCatalogue Default { get; } = new();

    /// <summary>Source and version, for receipts and documents.</summary>
    public string Version { get; } = "idn-area-data 3.1.2";
}
