using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;

namespace KpuSync.Client.Exports;

/// <summary>One row of an export, packed into one buffer that is used again for the next: each field behind its length.</summary>
/// <remarks>
/// The known columns come first, in a fixed order, so that the hash of a row does not depend on the file's column order. A buffer of a whole row
/// costs one copy a field and nothing on the heap: a million unchanged rows pass through one instance.
/// </remarks>
internal sealed class ExportRow
{
    /// <summary>Most characters in a field; lengths stay clear of the surrogates, so that a packed row survives UTF-8.</summary>
    public const int FieldLengthMax = 8_192;

    private char[] _packed = new char[1_024];
    private int[] _starts = new int[ExportColumns.Count + 16];
    private int _length;
    private int _hashedLength;

    /// <summary>The row as a spreadsheet counts it: the header is row 1.</summary>
    public int Number { get; set; }

    /// <summary>Packed fields, known ones first.</summary>
    public int FieldCount { get; private set; }

    /// <summary>True if the row could not be taken apart, see <see cref="Fault"/>. Its fields, as far as there are any, are for finding it again only.</summary>
    public RowFault Fault { get; set; }

    /// <summary>With <see cref="RowFault.TooFewFields"/> and <see cref="RowFault.TooManyFields"/>: how many there are.</summary>
    public int FieldsFound { get; set; }

    /// <summary>64-bit XxHash3 over the columns that say something about the voter.</summary>
    public ulong Hash => XxHash3.HashToUInt64(MemoryMarshal.AsBytes(_packed.AsSpan(0, _hashedLength)));

    public ReadOnlySpan<char> this[ExportColumn column] => this[(int)column];

    public ReadOnlySpan<char> this[int field]
    {
        get
        {
            if (field >= FieldCount)
                return [];
            var start = _starts[field];
            return _packed.AsSpan(start + 1, _packed[start]);
        }
    }

    public void Clear()
    {
        _length = 0;
        _hashedLength = 0;
        FieldCount = 0;
        Fault = RowFault.None;
    }

    public void Add(ReadOnlySpan<char> field)
    {
        if (field.Length > FieldLengthMax)
        {
            Fault = RowFault.FieldTooLong;
            field = field[..FieldLengthMax];
        }

        if (_length + field.Length + 1 > _packed.Length)
            Array.Resize(ref _packed, Math.Max(_packed.Length * 2, _length + field.Length + 1));
        if (FieldCount == _starts.Length)
            Array.Resize(ref _starts, _starts.Length * 2);
        _starts[FieldCount++] = _length;
        _packed[_length] = (char)field.Length;
        field.CopyTo(_packed.AsSpan(_length + 1));
        _length += field.Length + 1;
        if (FieldCount == ExportColumns.HashedCount)
            _hashedLength = _length;
    }

    /// <summary>Most bytes that <see cref="WriteUtf8"/> needs.</summary>
    public int Utf8LengthMax => Encoding.UTF8.GetMaxByteCount(_length);

    /// <summary>Writes the packed row as UTF-8.</summary>
    public int WriteUtf8(Span<byte> destination) => Encoding.UTF8.GetBytes(_packed.AsSpan(0, _length), destination);

    /// <summary>Reads a row that <see cref="WriteUtf8"/> wrote.</summary>
    public void ReadUtf8(ReadOnlySpan<byte> source)
    {
        Clear();
        if (_packed.Length < source.Length)
            _packed = new char[source.Length];
        _length = Encoding.UTF8.GetChars(source, _packed);
        for (var at = 0; at < _length; at += _packed[at] + 1)
        {
            if (FieldCount == _starts.Length)
                Array.Resize(ref _starts, _starts.Length * 2);
            _starts[FieldCount++] = at;
            if (FieldCount == ExportColumns.HashedCount)
                _hashedLength = at + _packed[at] + 1;
        }
    }

    public bool IsBlank()
    {
        for (var i = 0; i < FieldCount; i++)
        {
            if (!this[i].IsWhiteSpace())
                return false;
        }

        return true;
    }
}

/// <summary>Why a row could not be taken apart.</summary>
internal enum RowFault
{
    None,
    TooFewFields,
    TooManyFields,
    QuoteUnclosed,
    QuoteMisplaced,
    FieldTooLong,
}
