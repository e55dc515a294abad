namespace KpuSync.Samples.Places;

/// <summary>A village as exports name it.</summary>
/// <param name="Code">10-digit Kemendagri code.</param>
/// <param name="Name">Upper case name.</param>
/// <param name="District">Index in <see cref="OfficePlaces.DistrictNames"/>.</param>
/// <param name="NameIsUnique">False where another village of the district has the name: such a village is always exported by code.</param>
internal sealed record Village(string Code, string Name, int District, bool NameIsUnique);
