using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace KpuSync.Forms;

/// <summary>Writes lines of cells as a spreadsheet or as CSV. Numbers stay numbers.</summary>
public static class FormFile
{
    /// <summary>As a spreadsheet.</summary>
    public static void WriteXlsx(Stream stream, IReadOnlyList<List<object?>> lines) => MiniExcel.SaveAs(
        stream, Cells(lines), printHeader: false, configuration: new OpenXmlConfiguration { AutoFilter = false, TableStyles = TableStyles.None });

    /// <summary>As CSV.</summary>
    public static void WriteCsv(Stream stream, IReadOnlyList<List<object?>> lines) =>
        MiniExcel.SaveAs(stream, Cells(lines), printHeader: false, excelType: ExcelType.CSV);

    // The library takes the columns of the first row for those of all.
    private static IEnumerable<Dictionary<string, object?>> Cells(IReadOnlyList<List<object?>> lines)
    {
        var width = lines.Max(l => l.Count);
        foreach (var line in lines)
            yield return Enumerable.Range(0, width).ToDictionary(i => $"c{i}", i => i < line.Count ? line[i] : null);
    }
}
