namespace KpuSync.Samples.Files;

/// <summary>Writes an export of voters as a workbook.</summary>
internal sealed class XlsxSheet : ISheet
{
    private readonly Workbook _workbook;
    private readonly Column[] _columns;

    public XlsxSheet(string path, Column[] columns)
    {
        _columns = columns;
        _workbook = new Workbook(path, "Pemilih");
        _workbook.WriteRow(columns.Length, i => Columns.HeaderOf(columns[i]));
    }

    public int Row => _workbook.Row;

    public void Write(RowText row) => _workbook.WriteRow(Math.Min(row.FieldCount, _columns.Length), i => row[_columns[i]].ToString());

    public void Dispose() => _workbook.Dispose();
}
