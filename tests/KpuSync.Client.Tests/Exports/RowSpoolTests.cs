using System.Globalization;
using KpuSync.Client.Exports;
using KpuSync.TestKit;

namespace KpuSync.Client.Tests.Exports;

/// <summary>Rows that are kept aside come back as they were, also when they no longer fit into memory.</summary>
public sealed class RowSpoolTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_FewRows_AreKeptWithoutAFile()
    {
        using var spool = new RowSpool(_folder.Path);
        for (var i = 0; i < 10; i++)
            spool.Add(RowOf(i), (ulong)i, index: i * 2);
        CheckRow(spool, 3);
        Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    // Some 6 MB, in blocks of one; one row alone is larger than a block.
    [Fact]
    public void Read_ManyRows_ComeBackInEveryOrderAndLeaveNoFile()
    {
        const int Rows = 30_000;
        using var spool = new RowSpool(_folder.Path);
        for (var i = 0; i < Rows; i++)
            spool.Add(RowOf(i), (ulong)i, index: i * 2);

        spool.Count.ShouldBe(Rows);
        for (var i = 0; i < Rows; i++)
            CheckRow(spool, i);
        var random = new Random(20261125);
        for (var i = 0; i < 1_000; i++)
            CheckRow(spool, random.Next(Rows));
        spool.HandleOf(Number(12_345)).ShouldBe(12_345);
        if (!OperatingSystem.IsWindows())
            Directory.GetFileSystemEntries(_folder.Path).ShouldBeEmpty("a killed process must leave no row behind");
    }

    private static int Number(int i) => (i * 3) + 2;

    private static string[] FieldsOf(int i) => i == 20_000
        ? [.. Enumerable.Repeat(new string('é', ExportRow.FieldLengthMax), 150)]
        : [i.ToString(CultureInfo.InvariantCulture), new string((char)('A' + (i % 26)), 100 + (i % 100)), "", "ñ"];

    private static ExportRow RowOf(int i)
    {
        var row = new ExportRow { Number = Number(i), Fault = i % 7 == 0 ? RowFault.TooFewFields : RowFault.None, FieldsFound = i % 30 };
        foreach (var field in FieldsOf(i))
            row.Add(field);
        return row;
    }

    private static void CheckRow(RowSpool spool, int i)
    {
        var (expected, row) = (RowOf(i), new ExportRow());
        spool.Read(i, row);
        (row.Number, row.Fault, row.FieldsFound, row.Hash).ShouldBe((expected.Number, expected.Fault, expected.FieldsFound, expected.Hash));
        (spool.RowOf(i), spool.IndexOf(i), spool.HashOf(i)).ShouldBe((expected.Number, i * 2, (ulong)i));
        var packed = new byte[expected.Utf8LengthMax];
        spool.Packed(i).SequenceEqual(packed.AsSpan(0, expected.WriteUtf8(packed))).ShouldBeTrue();
    }
}
