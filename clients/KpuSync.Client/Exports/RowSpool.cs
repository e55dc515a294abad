using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using KpuSync.Client.Installations;
using KpuSync.Client.State;
using Microsoft.Win32.SafeHandles;

namespace KpuSync.Client.Exports;

/// <summary>
/// Rows that need a closer look, packed one behind the other as UTF-8, some 130 bytes a row. What goes beyond a block lies in a file without a name: a
/// regency's first load would not fit into the memory of its computer.
/// </summary>
/// <remarks>They are kept rather than read again, since a spreadsheet program may save the export in between. Each has a handle, from 0 on.</remarks>
/// <param name="directory">Where the file is, should it be needed.</param>
internal sealed class RowSpool(string directory) : IDisposable
{
    private const int BlockBytes = 1 << 20;

    // Places are counted in these, so that 32 GiB of rows can be told apart by 32 bits.
    private const int PlaceBytes = 8;
    private static readonly int HeaderBytes = Unsafe.SizeOf<Header>();

    private readonly ChunkedList<Kept> _kept = new();
    private byte[] _tail = [];
    private long _tailStart;
    private int _tailLength;
    private byte[] _window = [];
    private long _windowStart;
    private int _windowLength;
    private SafeFileHandle? _file;

    public int Count => _kept.Count;

    /// <summary>Keeps a copy of the row, with what the caller knows it by.</summary>
    /// <returns>Its handle.</returns>
    public int Add(ExportRow row, ulong hash, int index)
    {
        var needed = HeaderBytes + row.Utf8LengthMax + PlaceBytes;
        if (_tailLength + needed > _tail.Length)
            Spill(needed);
        var free = _tail.AsSpan(_tailLength);
        var length = row.WriteUtf8(free[HeaderBytes..]);
        MemoryMarshal.Write(free, new Header(hash, length, row.FieldsFound, row.Fault));
        _kept.Add(new Kept(row.Number, index, checked((uint)((_tailStart + _tailLength) / PlaceBytes))));
        _tailLength += (HeaderBytes + length + PlaceBytes - 1) / PlaceBytes * PlaceBytes;
        return _kept.Count - 1;
    }

    /// <summary>The row as a spreadsheet counts it.</summary>
    public int RowOf(int handle) => _kept[handle].Row;

    /// <summary>What the caller knows it by.</summary>
    public int IndexOf(int handle) => _kept[handle].Index;

    public ulong HashOf(int handle) => HeaderOf(At(handle)).Hash;

    /// <summary>The handle of the row with this number; rows are kept in their order.</summary>
    public int HandleOf(int row)
    {
        var (low, high) = (0, _kept.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_kept[middle].Row < row)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>The row's bytes, until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Packed(int handle)
    {
        var kept = At(handle);
        return kept.Slice(HeaderBytes, HeaderOf(kept).Length);
    }

    public void Read(int handle, ExportRow row)
    {
        var kept = At(handle);
        var header = HeaderOf(kept);
        row.ReadUtf8(kept.Slice(HeaderBytes, header.Length));
        row.Number = RowOf(handle);
        row.Fault = header.Fault;
        row.FieldsFound = header.FieldsFound;
    }

    public void Dispose() => _file?.Dispose();

    private static Header HeaderOf(ReadOnlySpan<byte> kept) => MemoryMarshal.Read<Header>(kept);

    private void Spill(int needed)
    {
        if (_tailLength > 0)
            RandomAccess.Write(_file ??= OwnerOnly.OpenNameless(directory), _tail.AsSpan(0, _tailLength), _tailStart);
        _tailStart += _tailLength;
        _tailLength = 0;
        if (_tail.Length < needed)
            _tail = new byte[Math.Max(BlockBytes, needed)];
    }

    private ReadOnlySpan<byte> At(int handle)
    {
        var place = _kept[handle].Place * (long)PlaceBytes;
        if (place >= _tailStart)
            return _tail.AsSpan((int)(place - _tailStart));
        if (!IsInWindow(place, HeaderBytes))
            MoveWindow(place, BlockBytes);
        var length = HeaderBytes + HeaderOf(_window.AsSpan((int)(place - _windowStart))).Length;
        if (!IsInWindow(place, length))
            MoveWindow(place, Math.Max(BlockBytes, length));
        if (!IsInWindow(place, length))
            throw new EndOfStreamException("Rows that were kept aside cannot be read back.");
        return _window.AsSpan((int)(place - _windowStart), length);
    }

    private bool IsInWindow(long place, int length) => place >= _windowStart && place + length <= _windowStart + _windowLength;

    private void MoveWindow(long place, int length)
    {
        if (_window.Length < length)
            _window = new byte[length];
        (_windowStart, _windowLength) = (place, 0);
        while (_windowLength < length && RandomAccess.Read(_file!, _window.AsSpan(_windowLength, length - _windowLength), place + _windowLength) is > 0 and var read)
            _windowLength += read;
    }

    private readonly record struct Kept(int Row, int Index, uint Place);

    private readonly record struct Header(ulong Hash, int Length, int FieldsFound, RowFault Fault);
}
