using KpuSync.Samples;
using KpuSync.Samples.Places;

namespace KpuSync.Benchmarks;

/// <summary>Synthetic exports to measure with.</summary>
internal static class Exports
{
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
