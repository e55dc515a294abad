using System.Globalization;

namespace KpuSync.Samples.Files;

/// <summary>The fields of one row as text, in a buffer that is used over and over.</summary>
internal sealed class RowText
{
    private readonly char[] _chars = new char[4_096];
    private readonly int[] _starts = new int[Columns.Count];
    private readonly int[] _ends = new int[Columns.Count];
    private int _used;

    /// <summary>Number of fields that the row still has; fewer than the header's for a truncated row.</summary>
    public int FieldCount { get; private set; }

    public void Clear()
    {
        _used = 0;
        Array.Clear(_starts);
        Array.Clear(_ends);
        FieldCount = Columns.Count;
    }

    public ReadOnlySpan<char> this[Column column] => _chars.AsSpan(_starts[(int)column], _ends[(int)column] - _starts[(int)column]);

    /// <summary>Sets a field, whatever stood there.</summary>
    public void Set(Column column, ReadOnlySpan<char> text)
    {
        var start = _used;
        text.CopyTo(_chars.AsSpan(start));
        Close(column, start, text.Length);
    }

    public void Set(Column column, long number, string? format = null)
    {
        var start = _used;
        number.TryFormat(_chars.AsSpan(start), out var written, format, CultureInfo.InvariantCulture);
        Close(column, start, written);
    }

    public void Set(Column column, DateOnly date, string format)
    {
        var start = _used;
        date.TryFormat(_chars.AsSpan(start), out var written, format, CultureInfo.InvariantCulture);
        Close(column, start, written);
    }

    /// <summary>Breaks the row off behind so many fields, as an interrupted download does.</summary>
    public void Truncate(int fields) => FieldCount = fields;

    private void Close(Column column, int start, int length)
    {
        _starts[(int)column] = start;
        _ends[(int)column] = start + length;
        _used = start + length;
    }
}
