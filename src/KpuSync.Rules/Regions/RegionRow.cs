namespace KpuSync.Rules.Regions;

/// <summary>A row of a file with new regions, as it stands there.</summary>
/// <param name="Number">Row number, as a spreadsheet counts.</param>
/// <param name="Code">Code, with or without dots.</param>
/// <param name="Name">Name.</param>
public readonly record struct RegionRow(int Number, string Code, string Name);
