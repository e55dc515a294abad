using KpuSync.Rules.Regions;

namespace KpuSync.Cli.Output;

/// <summary>Names offices for people.</summary>
internal static class Offices
{
    /// <summary>Code and name: <c>5201 Kabupaten Lombok Barat</c>.</summary>
    public static string Named(string office) => RegionCatalogue.Default.TryGetOffice(office, out var region) ? $"{office} {region.Name}" : office;
}
