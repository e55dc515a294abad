using KpuSync.Client.Exports;

namespace KpuSync.Client.Tests.Support;

/// <summary>Reads whole exports for tests.</summary>
internal static class ExportTexts
{
    /// <summary>Row number, fault and the cells of some columns, for each row.</summary>
    public static List<(int Row, RowFault Fault, string[] Cells)> Read(string path, params ExportColumn[] columns)
    {
        using var reader = ExportFile.Open(path);
        var rows = new List<(int, RowFault, string[])>();
        var row = new ExportRow();
        while (reader.Read(row))
        {
            var cells = Array.ConvertAll(columns, c => row[c].ToString());
            rows.Add((row.Number, row.Fault, cells));
        }

        return rows;
    }
}
