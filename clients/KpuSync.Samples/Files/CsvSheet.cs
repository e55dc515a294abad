using System.Buffers;

namespace KpuSync.Samples.Files;

/// <summary>Writes CSV. Only fields that need quotes get them.</summary>
internal sealed class CsvSheet : ISheet
{
    private readonly FileStream _file;
    private readonly Layout _layout;
    private readonly Column[] _columns;
    private readonly SearchValues<char> _special;
    private readonly byte[] _bytes = new byte[1 << 16];
    private readonly char[] _line = new char[8_192];
    private int _buffered;
    private int _length;

    public CsvSheet(string path, Layout layout, Column[] columns)
    {
        _file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _layout = layout;
        _columns = columns;
        _special = SearchValues.Create([layout.Separator, '"', '\r', '\n']);
        if (layout.ByteOrderMark)
            _file.Write([0xEF, 0xBB, 0xBF]);
        for (var i = 0; i < columns.Length; i++)
            AddField(i, Columns.HeaderOf(columns[i]));
        EndLine();
    }

    public int Row { get; private set; }

    public void Write(RowText row)
    {
        var count = Math.Min(row.FieldCount, _columns.Length);
        for (var i = 0; i < count; i++)
            AddField(i, row[_columns[i]]);
        EndLine();
    }

    public void Dispose()
    {
        Flush();
        _file.Dispose();
    }

    private void AddField(int index, ReadOnlySpan<char> text)
    {
        if (index > 0)
            _line[_length++] = _layout.Separator;
        if (!text.ContainsAny(_special))
        {
            text.CopyTo(_line.AsSpan(_length));
            _length += text.Length;
            return;
        }

        _line[_length++] = '"';
        foreach (var c in text)
        {
            if (c == '"')
                _line[_length++] = '"';
            _line[_length++] = c;
        }

        _line[_length++] = '"';
    }

    private void EndLine()
    {
        _layout.LineEnd.CopyTo(_line.AsSpan(_length));
        _length += _layout.LineEnd.Length;
        if (_buffered + (_length * 3) > _bytes.Length)
            Flush();
        _buffered += _layout.Encoding.GetBytes(_line.AsSpan(0, _length), _bytes.AsSpan(_buffered));
        _length = 0;
        Row++;
    }

    private void Flush()
    {
        _file.Write(_bytes, 0, _buffered);
        _buffered = 0;
    }
}
