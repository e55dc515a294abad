using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.Reports;
using KpuSync.Client.Tests.Support;
using KpuSync.Rules.Registry;

namespace KpuSync.Client.Tests.Reports;

public sealed class ReportTests : IDisposable
{
    private readonly TempDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    // A cell that begins with "=" would run as a formula in the spreadsheet that the report is mended in.
    [Fact]
    public void Write_CellThatIsAFormula_IsGuardedAndReadBackAsItWas()
    {
        var path = Write(Voters.Row(1, name: "=HYPERLINK(1)"));
        File.ReadAllText(path).ShouldContain(",'=HYPERLINK(1),");
        var name = ExportTexts.Read(path, ExportColumn.Name).ShouldHaveSingleItem().Cells[0];
        CellText.Normalise(name).ShouldBe("=HYPERLINK(1)");
    }

    [Fact]
    public void Write_Row_KeepsItsColumnsAndNamesChangeAndReasons()
    {
        var text = File.ReadAllText(Write(Voters.Row(1)));
        text.ShouldContain($"{Voters.Header},KOREKSI,ALASAN,REASON");
        text.ShouldContain($"{Voters.Row(1)},4:2,");
    }

    private string Write(string row)
    {
        using var reader = ExportFile.Open(_directory.Write("pemilih.csv", Voters.Export(row)));
        var read = new ExportRow();
        reader.Read(read).ShouldBeTrue();
        var packed = new byte[read.Utf8LengthMax];
        Array.Resize(ref packed, read.WriteUtf8(packed));
        var finding = new RowFinding(
            new ExportSource("pemilih.csv", reader.Layout, false), 2, [FieldRules.Required.At("voter_upsert.voter.name")], [packed])
        {
            Place = new ChangePlace(4, 2),
        };
        return ReportWriter.Write(_directory.File("reports"), [finding], DateTimeOffset.UnixEpoch).ShouldHaveSingleItem();
    }
}
