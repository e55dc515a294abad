namespace KpuSync.Rules.Regions;

/// <summary>The regency or city of an office.</summary>
/// <param name="Code">4-digit Kemendagri code.</param>
/// <param name="Name">Name, for example <c>Kabupaten Lombok Barat</c>.</param>
/// <param name="DistrictCount">How many districts it has.</param>
/// <param name="VillageCount">How many villages it has.</param>
public sealed record OfficeRegion(string Code, string Name, int DistrictCount, int VillageCount);
