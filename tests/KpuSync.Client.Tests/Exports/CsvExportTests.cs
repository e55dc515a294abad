using System.Text;
using KpuSync.Client.Exports;
using KpuSync.Client.Tests.Support;

namespace KpuSync.Client.Tests.Exports;

public sealed class CsvExportTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Open_NoSuchFile_NamesIt()
    {
        var e = Should.Throw<FileException>(() => ExportFile.Open(_directory.File("pemilih.csv")));
        e.Code.ShouldBe("FILE_NOT_FOUND");
        e.FileName.ShouldBe("pemilih.csv");
        e.Text.Indonesian.ShouldContain("pemilih.csv");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n\n")]
    public void Open_EmptyFile_SaysSo(string text) =>
        CodeOf(_directory.Write("a.csv", text)).ShouldBeOneOf("FILE_EMPTY", "HEADER_COLUMN_MISSING_NONE_CLOSE");

    [Fact]
    public void Open_ColumnMissing_NamesItAndTheClosest()
    {
        var path = _directory.Write("a.csv", Voters.Header.Replace("TMPT_LHR", "TMP_LAHIR", StringComparison.Ordinal) + "\n");
        var e = Should.Throw<FileException>(() => ExportFile.Open(path));
        e.Code.ShouldBe("HEADER_COLUMN_MISSING");
        e.Text.English.ShouldContain("TMPT_LHR");
        e.Text.English.ShouldContain("TMP_LAHIR");
    }

    [Fact]
    public void Open_ColumnTwice_NamesIt()
    {
        var e = Should.Throw<FileException>(() => ExportFile.Open(_directory.Write("a.csv", Voters.Header + ",nik\n")));
        e.Code.ShouldBe("HEADER_COLUMN_REPEATED");
        e.Text.English.ShouldContain("NIK");
    }

    [Fact]
    public void Open_Utf16_IsRefusedWithTheRemedy()
    {
        var path = _directory.File("a.csv");
        File.WriteAllText(path, Voters.Export(Voters.Row(1)), Encoding.Unicode);
        var e = Should.Throw<FileException>(() => ExportFile.Open(path));
        e.Code.ShouldBe("FILE_ENCODING");
        e.Text.Indonesian.ShouldContain("UTF-8");
    }

    [Fact]
    public void Open_OldSpreadsheetFormat_IsRefused() =>
        CodeOf(_directory.Write("a.xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).ShouldBe("FILE_FORMAT_UNKNOWN");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Read_Utf8_WithOrWithoutMark(bool mark)
    {
        var path = _directory.File("a.csv");
        File.WriteAllText(path, Voters.Export(Voters.Row(1, name: "ANDRÉ")), new UTF8Encoding(mark));
        ExportTexts.Read(path, ExportColumn.Nik, ExportColumn.Name).ShouldHaveSingleItem().Cells.ShouldBe([Voters.Nik(1), "ANDRÉ"]);
    }

    [Fact]
    public void Read_Windows1252_IsRecognisedByABadByteAnywhere()
    {
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var rows = Enumerable.Range(1, 5_000).Select(n => Voters.Row(n)).Append(Voters.Row(5_001, name: "ANDRÉ")).ToArray();
        var path = _directory.Write("a.csv", windows.GetBytes(Voters.Export(rows)));
        ExportTexts.Read(path, ExportColumn.Name)[^1].Cells.ShouldBe(["ANDRÉ"]);
    }

    [Fact]
    public void Read_SemicolonsAndOtherOrderAndCase_FindsColumnsByName()
    {
        var header = string.Join(';', Voters.Header.ToLowerInvariant().Split(',').Reverse());
        var row = string.Join(';', Voters.Row(7).Split(',').Reverse());
        ExportTexts.Read(_directory.Write("a.csv", $"{header}\r\n{row}\r\n"), ExportColumn.Nik, ExportColumn.BirthDate)
            .ShouldHaveSingleItem().Cells.ShouldBe([Voters.Nik(7), "12|01|1987"]);
    }

    [Fact]
    public void Read_ColumnOrder_DoesNotChangeTheHash()
    {
        var forward = _directory.Write("a.csv", Voters.Export(Voters.Row(7)));
        var backward = _directory.Write(
            "b.csv", $"{string.Join(';', Voters.Header.Split(',').Reverse())}\n{string.Join(';', Voters.Row(7).Split(',').Reverse())}\n");
        HashOf(forward).ShouldBe(HashOf(backward));
    }

    [Fact]
    public void Read_BlankLines_CountAsRowsButAreNotReturned()
    {
        var path = _directory.Write("a.csv", $"{Voters.Header}\n{Voters.Row(1)}\n\n,,,,\n{Voters.Row(2)}\n");
        ExportTexts.Read(path, ExportColumn.Nik).Select(r => r.Row).ShouldBe([2, 5]);
    }

    [Fact]
    public void Read_TruncatedRow_IsNamedAndTheRestGoesOn()
    {
        var path = _directory.Write("a.csv", Voters.Export(Voters.Row(1), Voters.Row(2)[..60], Voters.Row(3)));
        ExportTexts.Read(path).Select(r => (r.Row, r.Fault)).ShouldBe([(2, RowFault.None), (3, RowFault.TooFewFields), (4, RowFault.None)]);
    }

    [Fact]
    public void Read_TooManyFields_IsNamedUnlessTheyAreEmpty()
    {
        var path = _directory.Write("a.csv", Voters.Export(Voters.Row(1) + ",,", Voters.Row(2) + ",X"));
        ExportTexts.Read(path).Select(r => r.Fault).ShouldBe([RowFault.None, RowFault.TooManyFields]);
    }

    // A quote that is never closed once swallowed every row behind it.
    [Fact]
    public void Read_QuoteNeverClosed_NamesItsRowAndGoesOn()
    {
        var rows = Enumerable.Range(1, 200).Select(n => n == 3 ? Voters.Row(3, name: "\"SITI") : Voters.Row(n)).ToArray();
        var read = ExportTexts.Read(_directory.Write("a.csv", Voters.Export(rows)), ExportColumn.Nik);
        read.Count.ShouldBe(200);
        read.Where(r => r.Fault != RowFault.None).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.Row.ShouldBe(4),
            r => r.Fault.ShouldBe(RowFault.QuoteUnclosed));
        read[^1].Cells.ShouldBe([Voters.Nik(200)]);
    }

    [Fact]
    public void Read_QuoteNeverClosedInTheLastRow_IsNamed()
    {
        var read = ExportTexts.Read(_directory.Write("a.csv", Voters.Export(Voters.Row(1), Voters.Row(2, name: "\"SITI"))));
        read.Select(r => r.Fault).ShouldBe([RowFault.None, RowFault.QuoteUnclosed]);
    }

    [Fact]
    public void Read_TextAfterAClosingQuote_IsNamedAndTheRestGoesOn()
    {
        var read = ExportTexts.Read(_directory.Write("a.csv", Voters.Export(Voters.Row(1, name: "\"SITI\"X"), Voters.Row(2))));
        read.Select(r => r.Fault).ShouldBe([RowFault.QuoteMisplaced, RowFault.None]);
    }

    [Fact]
    public void Read_QuotedDelimiterQuoteAndLineBreak_AreOneField()
    {
        var row = Voters.Row(1).Replace("JALAN MAWAR", "\"JALAN \"\"MAWAR\"\",\nNOMOR 2\"", StringComparison.Ordinal);
        var read = ExportTexts.Read(_directory.Write("a.csv", Voters.Export(row, Voters.Row(2))), ExportColumn.Address, ExportColumn.Nik);
        read[0].Cells.ShouldBe(["JALAN \"MAWAR\",\nNOMOR 2", Voters.Nik(1)]);
        read[1].Cells[1].ShouldBe(Voters.Nik(2));
        read[1].Row.ShouldBe(3);
    }

    [Fact]
    public void Read_EveryFieldQuoted_ReadsAll()
    {
        static string Quoted(string line) => string.Join(',', line.Split(',').Select(f => $"\"{f}\""));
        var rows = Enumerable.Range(1, 3_000).Select(n => Quoted(Voters.Row(n))).ToArray();
        var read = ExportTexts.Read(_directory.Write("a.csv", Quoted(Voters.Header) + "\n" + string.Join("\n", rows)), ExportColumn.Nik);
        read.Select(r => r.Cells[0]).ShouldBe(Enumerable.Range(1, 3_000).Select(Voters.Nik));
    }

    [Fact]
    public void Read_SpreadsheetsSeparatorHint_IsTaken()
    {
        var path = _directory.Write("a.csv", $"sep=;\n{Voters.Export(Voters.Row(1)).Replace(',', ';')}");
        ExportTexts.Read(path, ExportColumn.Nik).ShouldHaveSingleItem().Row.ShouldBe(3);
    }

    private static string CodeOf(string path) => Should.Throw<FileException>(() => ExportFile.Open(path)).Code;

    private static ulong HashOf(string path)
    {
        using var reader = ExportFile.Open(path);
        var row = new ExportRow();
        reader.Read(row).ShouldBeTrue();
        return row.Hash;
    }
}
