namespace KpuSync.Client.Exports;

/// <summary>Rows that need a closer look, packed one behind the other as UTF-8 in large blocks: some 130 bytes a row, and nothing for the collector to follow.</summary>
/// <remarks>They are kept rather than read again, since a spreadsheet program may save the file in between.</remarks>
internal sealed class RowSpool
{
    private const int BlockBytes = 1 << 20;

    private readonly List<byte[]> _blocks = [];
    private readonly List<Entry> _entries = [];
    private int _used = BlockBytes;

    public int Count => _entries.Count;

    public Entry this[int handle] => _entries[handle];

    /// <summary>Keeps a copy of the row; the result finds it again.</summary>
    public int Add(ExportRow row, ulong hash)
    {
        if (_used + row.Utf8LengthMax > BlockBytes)
        {
            _blocks.Add(new byte[Math.Max(BlockBytes, row.Utf8LengthMax)]);
            _used = 0;
        }

        var length = row.WriteUtf8(_blocks[^1].AsSpan(_used));
        _entries.Add(new Entry(row.Number, _blocks.Count - 1, _used, length, hash, row.Fault, row.FieldsFound));
        _used += length;
        return _entries.Count - 1;
    }

    /// <summary>The place of the row with this number; rows are kept in their order.</summary>
    public int HandleOf(int row)
    {
        var (low, high) = (0, _entries.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].Row < row)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    public ReadOnlySpan<byte> Packed(int handle)
    {
        var entry = _entries[handle];
        return _blocks[entry.Block].AsSpan(entry.Start, entry.Length);
    }

    public void Read(int handle, ExportRow row)
    {
        row.ReadUtf8(Packed(handle));
        row.Number = _entries[handle].Row;
        row.Fault = _entries[handle].Fault;
        row.FieldsFound = _entries[handle].FieldsFound;
    }

    /// <summary>Where a row lies, and what was known about it when it was read.</summary>
    public readonly record struct Entry(int Row, int Block, int Start, int Length, ulong Hash, RowFault Fault, int FieldsFound);
}
