using System.Text;
using KpuSync.Client.Texts;
using Sylvan.Data.Csv;

namespace KpuSync.Client.Exports;

/// <summary>Reads comma- or semicolon-separated text.</summary>
internal sealed class CsvExportReader : IExportReader
{
    private const int StreamBufferBytes = 1 << 17;
    private const int RowCharsMax = 1 << 20;

    private readonly FileStream _file;
    private readonly CsvDataReader _csv;

    private CsvExportReader(string name, FileStream file, CsvDataReader csv, RowLayout layout)
    {
        FileName = name;
        _file = file;
        _csv = csv;
        Layout = layout;
    }

    public string FileName { get; }

    public RowLayout Layout { get; }

    public double Progress => _file.Length == 0 ? 1 : (double)_file.Position / _file.Length;

    public bool IsSpreadsheet => false;

    public static CsvExportReader Open(string path, string name, Encoding encoding, Func<string[], ColumnSet> columnsFor)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        try
        {
            var (delimiter, newline, separatorLine) = FormOf(path, encoding, name);
            var text = new QuoteGuard(new StreamReader(file, encoding, detectEncodingFromByteOrderMarks: true, StreamBufferBytes), delimiter, newline);
            var csv = CsvDataReader.Create(text, new CsvDataReaderOptions
            {
                HasHeaders = false,
                Delimiter = delimiter,
                Comment = '\u0002', // No export holds it: every row is data.
                BufferSize = 1 << 16,
                MaxBufferSize = RowCharsMax,
            });
            if (separatorLine)
                csv.Read();
            if (!csv.Read())
                throw ClientTexts.FileEmpty(name);
            var headers = new string[csv.RowFieldCount];
            for (var i = 0; i < headers.Length; i++)
                headers[i] = csv.GetFieldSpan(i).Trim().ToString();
            return new CsvExportReader(name, file, csv, RowLayout.Of(headers, name, columnsFor(headers)));
        }
        catch (Exception e) when (e is CsvFormatException or InvalidDataException)
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
        while (_csv.Read())
        {
            row.Number = _csv.RowNumber;
            Fill(row);
            if (!row.IsBlank())
                return true;
        }

        return false;
    }

    public void Dispose()
    {
        _csv.Dispose();
        _file.Dispose();
    }

    private void Fill(ExportRow row)
    {
        row.Clear();
        var found = _csv.RowFieldCount;
        if (found == 1 && QuoteGuard.IsMark(_csv.GetFieldSpan(0), out var fault, out var line))
        {
            FillFaulty(row, fault, line);
            return;
        }

        foreach (var ordinal in Layout.Packed)
            row.Add((uint)ordinal < (uint)found ? _csv.GetFieldSpan(ordinal) : []);
        if (found == Layout.Headers.Length)
            return;
        row.FieldsFound = found;
        if (found < Layout.Headers.Length)
            row.Fault = RowFault.TooFewFields;
        else if (HasTextBeyondHeader(found))
            row.Fault = RowFault.TooManyFields;
    }

    // The line as it stands goes into the first column, so that a report shows it and a NIK in it can be found.
    private void FillFaulty(ExportRow row, RowFault fault, ReadOnlySpan<char> line)
    {
        var first = Array.IndexOf(Layout.Packed, 0);
        for (var i = 0; i < Layout.Packed.Length; i++)
            row.Add(i == first ? line[..Math.Min(line.Length, ExportRow.FieldLengthMax)] : []);
        row.Fault = fault;
    }

    // Spreadsheet programs write empty fields for columns that only look empty.
    private bool HasTextBeyondHeader(int found)
    {
        for (var i = Layout.Headers.Length; i < found; i++)
        {
            if (!_csv.GetFieldSpan(i).IsWhiteSpace())
                return true;
        }

        return false;
    }

    private static (char Delimiter, char Newline, bool SeparatorLine) FormOf(string path, Encoding encoding, string name)
    {
        using var reader = new StreamReader(path, encoding, detectEncodingFromByteOrderMarks: true);
        var head = new char[1 << 16];
        var text = head.AsSpan(0, reader.ReadBlock(head));
        var newline = text.Contains('\n') || !text.Contains('\r') ? '\n' : '\r';
        var end = text.IndexOf(newline);
        var line = (end < 0 ? text : text[..end]).Trim();
        if (line.IsEmpty && end < 0)
            throw ClientTexts.FileEmpty(name);

        // Excel's own hint, in files that say which separator they use.
        if (line.Length == 5 && line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            return (line[4], newline, true);
        var delimiter = ',';
        foreach (var candidate in (ReadOnlySpan<char>)[';', '\t'])
        {
            if (line.Count(candidate) > line.Count(delimiter))
                delimiter = candidate;
        }

        return (delimiter, newline, false);
    }
}
