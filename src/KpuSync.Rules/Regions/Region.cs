namespace KpuSync.Rules.Regions;

/// <summary>A district or village; among imported ones also a regency or city.</summary>
/// <param name="Code">Kemendagri code without dots: 6 digits for a district, 10 for a village, 4 for a regency.</param>
/// <param name="Name">Name as the catalogue's source writes it.</param>
public sealed record Region(string Code, string Name);
