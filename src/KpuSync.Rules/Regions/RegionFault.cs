using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Regions;

/// <summary>A row of a file with new regions that cannot be taken.</summary>
/// <param name="Row">Row number, as a spreadsheet counts.</param>
/// <param name="Column"><c>code</c> or <c>name</c>.</param>
/// <param name="Rule">The rule that it breaks.</param>
public readonly record struct RegionFault(int Row, string Column, Rule Rule);
