using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace KpuSync.Storage.Copying;

/// <summary>What a table holds, as a number of rows and a hash of all of them in whatever order they come: no two databases sort alike, and none has to.</summary>
public sealed class TableDigest
{
    private const byte Null = 0;
    private const byte Number = 1;
    private const byte Text = 2;
    private const byte Bytes = 3;

    private readonly ArrayBufferWriter<byte> _row = new();
    private UInt128 _sum;

    /// <summary>Rows so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The sum of the rows' hashes, as 32 hexadecimal digits.</summary>
    public string Hash => _sum.ToString("x32", null);

    /// <summary>Adds the next value of a row.</summary>
    public void Add(in StoredValue value)
    {
        if (value.HasNumber)
            AddHead(Number, value.Number);
        else if (value.Text is { } text)
            AddText(text);
        else if (value.Bytes is { } bytes)
            AddBytes(bytes);
        else
            AddHead(Null, 0);
    }

    /// <summary>The row is whole.</summary>
    public void EndRow()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_row.WrittenSpan, hash);
        _row.ResetWrittenCount();
        // A sum and not an exclusive or, in which a row that is there twice would be as good as none.
        _sum = unchecked(_sum + BinaryPrimitives.ReadUInt128BigEndian(hash));
        Rows++;
    }

    private void AddText(string text)
    {
        AddHead(Text, Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _row);
    }

    private void AddBytes(byte[] bytes)
    {
        AddHead(Bytes, bytes.Length);
        _row.Write(bytes);
    }

    // With its kind and length before it no value runs into the next one.
    private void AddHead(byte kind, long number)
    {
        var head = _row.GetSpan(1 + sizeof(long));
        head[0] = kind;
        BinaryPrimitives.WriteInt64BigEndian(head[1..], number);
        _row.Advance(1 + sizeof(long));
    }
}
