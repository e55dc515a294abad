namespace KpuSync.Rules.Regions;

/// <summary>A district or village.</summary>
/// <param name="Code">Kemendagri code without dots: 6 digits for a district, 10 for a village.</param>
/// <param name="Name">Name as the catalogue's source writes it.</param>
public sealed record Region(string Code, string Name);
