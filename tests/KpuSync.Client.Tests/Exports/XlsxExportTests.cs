using KpuSync.Client.Exports;
using KpuSync.Client.Tests.Support;
using MiniExcelLibs;

namespace KpuSync.Client.Tests.Exports;

public sealed class XlsxExportTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Read_TextsNumbersAndDates_AreCells()
    {
        var path = Save(Cells(1, ("TGL_LHR", new DateTime(1987, 1, 12)), ("RT", 3.0)), Cells(2));
        var read = ExportTexts.Read(path, ExportColumn.Nik, ExportColumn.BirthDate, ExportColumn.Rt);
        read[0].Cells.ShouldBe([Voters.Nik(1), "1987-01-12", "3"]);
        read[1].Cells.ShouldBe([Voters.Nik(2), "12|01|1987", "001"]);
        read.Select(r => r.Row).ShouldBe([2, 3]);
    }

    // A number cell keeps 15 digits: the 16th is lost whatever the cell shows.
    [Fact]
    public void Read_NikAsNumber_ShowsAsTheSpreadsheetWouldShowIt()
    {
        var read = ExportTexts.Read(Save(Cells(1, ("NIK", 5201011201870001d))), ExportColumn.Nik);
        CellNik.IsSpreadsheetNumber(read[0].Cells[0]).ShouldBeTrue();
    }

    [Fact]
    public void Open_BrokenSpreadsheet_IsNamed()
    {
        var path = _directory.Write("a.xlsx", [.. "PK\u0003\u0004"u8, .. new byte[100]]);
        Should.Throw<FileException>(() => ExportFile.Open(path)).Code.ShouldBe("FILE_FORMAT_UNKNOWN");
    }

    private string Save(params Dictionary<string, object>[] rows)
    {
        var path = _directory.File("pemilih.xlsx");
        MiniExcel.SaveAs(path, rows);
        return path;
    }

    private static Dictionary<string, object> Cells(int n, params (string Column, object Value)[] others)
    {
        var cells = new Dictionary<string, object>();
        foreach (var (column, text) in Voters.Header.Split(',').Zip(Voters.Row(n).Split(',')))
            cells[column] = text;
        foreach (var (column, value) in others)
            cells[column] = value;
        return cells;
    }
}
