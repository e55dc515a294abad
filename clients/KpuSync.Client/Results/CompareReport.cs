namespace KpuSync.Client;

/// <summary>The register against an export.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Totals">The counts of all villages together.</param>
/// <param name="Villages">Counts by village, by code.</param>
/// <param name="Rows">Rows of the export, without header and empty rows.</param>
/// <param name="Unreadable">Rows that could not be read; they are not in the counts.</param>
/// <param name="Findings">Why not, at most <see cref="PushReport.FindingsMax"/>.</param>
public sealed record CompareReport(
    string File,
    VillageComparison Totals,
    IReadOnlyList<VillageComparison> Villages,
    long Rows,
    long Unreadable,
    IReadOnlyList<Finding> Findings);

/// <summary>One village, or all: register against export.</summary>
/// <param name="VillageCode">10-digit code; empty for all villages.</param>
/// <param name="VillageName">Name as in the region catalogue; empty if it is not there.</param>
/// <param name="Register">Active voters in the register.</param>
/// <param name="Export">Voters in the export, rows that remove somebody not counted.</param>
/// <param name="Same">In both, with the same record.</param>
/// <param name="Differing">In both, with another record.</param>
/// <param name="OnlyInRegister">In the register only.</param>
/// <param name="OnlyInExport">In the export only.</param>
public sealed record VillageComparison(
    string VillageCode, string VillageName, long Register, long Export, long Same, long Differing, long OnlyInRegister, long OnlyInExport)
{
    /// <summary>True if register and export agree.</summary>
    public bool Equal => Differing + OnlyInRegister + OnlyInExport == 0;
}
