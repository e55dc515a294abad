using KpuSync.Rules.Regions;
using KpuSync.Samples;
using KpuSync.Samples.Places;

namespace KpuSync.Benchmarks;

/// <summary>Synthetic exports to measure with.</summary>
internal static class Exports
{
    /// <summary>NTB's ten offices, in code order.</summary>
    public static readonly IReadOnlyList<string> Offices = [.. RegionCatalogue.Default.Offices.Select(o => o.Code).Where(code => code.StartsWith("52", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    /// <summary>An export of one office in which every row can be applied.</summary>
    public static string WriteClean(Workspace workspace, string office, int voters)
    {
        var folder = workspace.PathOf("exports");
        var truth = SampleWriter.Write(new SampleOptions
        {
            Directory = folder,
            Voters = voters,
            Offices = [new OfficeShare(office, 1)],
            DuplicatesBetweenProvinces = 0,
            OtherDuplicates = 0,
            OverHundreds = 0,
            BrokenRows = 0,
        });
        return Path.Combine(folder, truth.Exports[0].File);
    }
}
