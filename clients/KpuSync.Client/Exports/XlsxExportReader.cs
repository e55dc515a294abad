using System.Globalization;
using System.Xml;
using KpuSync.Client.Texts;
using MiniExcelLibs;

namespace KpuSync.Client.Exports;

/// <summary>Reads the first sheet of a spreadsheet, row by row.</summary>
internal sealed class XlsxExportReader : IExportReader
{
    private readonly FileStream _file;
    private readonly IEnumerator<IDictionary<string, object?>> _rows;
    private readonly string[] _cells;
    private readonly bool[] _holdsIdentityNumber;
    private int _number;

    private XlsxExportReader(string name, FileStream file, IEnumerator<IDictionary<string, object?>> rows, RowLayout layout, ColumnSet columns)
    {
        FileName = name;
        _file = file;
        _rows = rows;
        Layout = layout;
        _cells = new string[layout.Headers.Length];
        _holdsIdentityNumber = new bool[layout.Headers.Length];
        foreach (var column in columns.IdentityNumbers)
        {
            if (layout.Packed[column] is >= 0 and var ordinal)
                _holdsIdentityNumber[ordinal] = true;
        }

        _number = 1;
    }

    public string FileName { get; }

    public RowLayout Layout { get; }

    // The sheet is compressed inside the file: its position says nothing about rows.
    public double Progress => 0;

    public bool IsSpreadsheet => true;

    public static XlsxExportReader Open(string path, string name, Func<string[], ColumnSet> columnsFor)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        try
        {
            var rows = MiniExcel.Query(file, useHeaderRow: false, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().GetEnumerator();
            if (!rows.MoveNext())
                throw ClientTexts.FileEmpty(name);
            var headers = rows.Current.Values.Select(v => Text(v, identityNumber: false, isAmount: false).Trim()).ToArray();
            var used = Array.FindLastIndex(headers, h => h.Length > 0) + 1;
            if (used == 0)
                throw ClientTexts.FileEmpty(name);
            var columns = columnsFor(headers[..used]);
            return new XlsxExportReader(name, file, rows, RowLayout.Of(headers[..used], name, columns), columns);
        }
        catch (Exception e) when (IsBroken(e))
        {
            file.Dispose();
            throw ClientTexts.FileFormat(name);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public bool Read(ExportRow row)
    {
        while (MoveNext())
        {
            row.Number = ++_number;
            row.Clear();
            Fill(row);
            if (!row.IsBlank())
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        _rows.Dispose();
        _file.Dispose();
    }

    private bool MoveNext()
    {
        try
        {
            return _rows.MoveNext();
        }
        catch (Exception e) when (IsBroken(e))
        {
            throw ClientTexts.FileFormat(FileName);
        }
    }

    private void Fill(ExportRow row)
    {
        Array.Fill(_cells, "");
        var ordinal = 0;
        foreach (var value in _rows.Current.Values)
        {
            if (ordinal == _cells.Length)
                break;
            _cells[ordinal] = Text(value, _holdsIdentityNumber[ordinal], Layout.IsItems);
            ordinal++;
        }

        foreach (var packed in Layout.Packed)
            row.Add(packed < 0 ? "" : _cells[packed]);
    }

    // A number cell keeps 15 digits, so the 16th of an identity number is lost for good, whatever the cell shows: it is written
    // the way a spreadsheet shows it, so that the row is named for what happened to it.
    // A fraction of an amount is written so that nobody takes its decimals for thousands.
    private static string Text(object? value, bool identityNumber, bool isAmount) => value switch
    {
        null => "",
        string text => text,
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number when identityNumber && Math.Abs(number) >= 1e11 => number.ToString("0.##############E+0", CultureInfo.InvariantCulture),
        double number when Math.Abs(number) < 1e15 && Math.Truncate(number) == number => ((long)number).ToString(CultureInfo.InvariantCulture),
        double number when isAmount => number.ToString("0.0000##########", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static bool IsBroken(Exception e) =>
        e is InvalidDataException or XmlException or FormatException or InvalidOperationException or NullReferenceException or KeyNotFoundException;
}
