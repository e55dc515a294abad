using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace KpuSync.Cli.Output;

/// <summary>Writes lines of cells to a file, as a spreadsheet or as CSV. Numbers stay numbers.</summary>
internal static class FormFile
{
    public static void WriteXlsx(string path, IReadOnlyList<List<object?>> lines) => MiniExcel.SaveAs(
        path, Cells(lines), printHeader: false, overwriteFile: true,
        configuration: new OpenXmlConfiguration { AutoFilter = false, TableStyles = TableStyles.None });

    public static void WriteCsv(string path, IReadOnlyList<List<object?>> lines) =>
        MiniExcel.SaveAs(path, Cells(lines), printHeader: false, excelType: ExcelType.CSV, overwriteFile: true);

    /// <summary>Tells which files were written.</summary>
    public static void Tell(CommandContext context, params ReadOnlySpan<string?> files)
    {
        foreach (var file in files)
        {
            if (file is not null)
                context.Screen.Line(context.T(RecapTexts.Written, file));
        }
    }

    // The library takes the columns of the first row for those of all.
    private static IEnumerable<Dictionary<string, object?>> Cells(IReadOnlyList<List<object?>> lines)
    {
        var width = lines.Max(l => l.Count);
        foreach (var line in lines)
            yield return Enumerable.Range(0, width).ToDictionary(i => $"c{i}", i => i < line.Count ? line[i] : null);
    }
}
