using KpuSync.Client.Exports;

namespace KpuSync.Client.Findings;

/// <summary>Where changes came from: a file, or something without rows (<paramref name="Layout"/> is null then).</summary>
/// <param name="Name">Name of the file, without its folder, or of the operation.</param>
/// <param name="Layout">How the file's columns lie.</param>
/// <param name="IsSpreadsheet">True if a report of it should be a spreadsheet too.</param>
internal sealed record ExportSource(string Name, RowLayout? Layout, bool IsSpreadsheet);
