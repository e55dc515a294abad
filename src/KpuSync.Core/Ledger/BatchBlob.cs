using System.Buffers;
using System.Buffers.Binary;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Chain;
using ZstdSharp;

namespace KpuSync.Core.Ledger;

/// <summary>How the ledger stores a batch's source name, salts and changes: one blob, compressed as a whole, since changes resemble each other.</summary>
/// <remarks>
/// Layout before compression: version (1 byte), mode (1 byte), number of changes (int32), source name with its length (int32) before it, then the changes, each with its length (int32) before it;
/// after the compressed part, uncompressed because random bytes do not shrink, 16 salt bytes a change. Integers are little-endian.
/// </remarks>
public static class BatchBlob
{
    private const byte Version = 1;

    // Level 1 halves the size of level -1 at a cost that the profile does not show; higher levels gain little on such small records.
    private const int CompressionLevel = 1;

    // One a thread: what a compressor needs besides is a megabyte, to be found and cleared for every batch.
    [ThreadStatic]
    private static Compressor? _compressor;

    [ThreadStatic]
    private static Decompressor? _decompressor;

    /// <summary>Packs encoded changes and their salts.</summary>
    /// <param name="mode">Whether good changes apply beside bad ones.</param>
    /// <param name="sourceName">File or system that the changes came from.</param>
    /// <param name="content">The encoded changes, one after another.</param>
    /// <param name="ends">Where each change ends in <paramref name="content"/>.</param>
    /// <param name="salts">16 bytes a change.</param>
    public static byte[] Pack(BatchMode mode, string sourceName, ReadOnlySpan<byte> content, ReadOnlySpan<int> ends, ReadOnlySpan<byte> salts)
    {
        var name = System.Text.Encoding.UTF8.GetBytes(sourceName);
        var plainLength = 2 + sizeof(int) + sizeof(int) + name.Length + (ends.Length * sizeof(int)) + content.Length;
        var plain = ArrayPool<byte>.Shared.Rent(plainLength);
        var packed = ArrayPool<byte>.Shared.Rent(Compressor.GetCompressBound(plainLength));
        try
        {
            WritePlain(plain.AsSpan(0, plainLength), mode, name, content, ends);
            var length = (_compressor ??= new Compressor(CompressionLevel)).Wrap(plain.AsSpan(0, plainLength), packed);
            var blob = new byte[sizeof(int) + length + salts.Length];
            BinaryPrimitives.WriteInt32LittleEndian(blob, length);
            packed.AsSpan(0, length).CopyTo(blob.AsSpan(sizeof(int)));
            salts.CopyTo(blob.AsSpan(sizeof(int) + length));
            return blob;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
            ArrayPool<byte>.Shared.Return(plain, clearArray: true);
        }
    }

    /// <summary>Unpacks a blob.</summary>
    /// <exception cref="InvalidDataException">The blob is damaged.</exception>
    public static UnpackedBatch Unpack(byte[] blob)
    {
        try
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(blob);
            var packed = blob.AsSpan(sizeof(int), length);
            var plainLength = Decompressor.GetDecompressedSize(packed);
            if (plainLength > (ulong)Array.MaxLength)
                throw new InvalidDataException("The stored batch is damaged.");
            var plain = new byte[plainLength];
            if ((_decompressor ??= new Decompressor()).Unwrap(packed, plain) != plain.Length)
                throw new InvalidDataException("The stored batch is damaged.");
            return ReadPlain(plain, blob.AsMemory(sizeof(int) + length));
        }
        catch (Exception e) when (e is ZstdException or ArgumentException or IndexOutOfRangeException or Google.Protobuf.InvalidProtocolBufferException)
        {
            throw new InvalidDataException("The stored batch is damaged.", e);
        }
    }

    private static void WritePlain(Span<byte> plain, BatchMode mode, byte[] name, ReadOnlySpan<byte> content, ReadOnlySpan<int> ends)
    {
        plain[0] = Version;
        plain[1] = (byte)mode;
        plain = plain[2..];
        WriteInt(ref plain, ends.Length);
        WriteInt(ref plain, name.Length);
        name.CopyTo(plain);
        plain = plain[name.Length..];
        var start = 0;
        foreach (var end in ends)
        {
            WriteInt(ref plain, end - start);
            content[start..end].CopyTo(plain);
            plain = plain[(end - start)..];
            start = end;
        }
    }

    private static UnpackedBatch ReadPlain(byte[] plain, ReadOnlyMemory<byte> salts)
    {
        if (plain[0] != Version)
            throw new InvalidDataException("The stored batch is of a layout that this server does not know.");
        var rest = plain.AsMemory(2);
        var count = ReadInt(ref rest);
        var nameLength = ReadInt(ref rest);
        var name = System.Text.Encoding.UTF8.GetString(rest.Span[..nameLength]);
        rest = rest[nameLength..];
        if (salts.Length != count * LedgerChain.SaltLength)
            throw new InvalidDataException("The stored batch is damaged.");
        var changes = new ReadOnlyMemory<byte>[count];
        for (var i = 0; i < count; i++)
        {
            var length = ReadInt(ref rest);
            changes[i] = rest[..length];
            rest = rest[length..];
        }

        return new UnpackedBatch((BatchMode)plain[1], name, changes, salts);
    }

    private static void WriteInt(ref Span<byte> rest, int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(rest, value);
        rest = rest[sizeof(int)..];
    }

    private static int ReadInt(ref Memory<byte> rest)
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(rest.Span);
        rest = rest[sizeof(int)..];
        return value;
    }
}

/// <summary>A batch as the ledger holds it.</summary>
/// <param name="Mode">Whether good changes applied beside bad ones.</param>
/// <param name="SourceName">File or system that the changes came from.</param>
/// <param name="Changes">The encoded changes.</param>
/// <param name="Salts">16 bytes a change.</param>
public sealed record UnpackedBatch(BatchMode Mode, string SourceName, IReadOnlyList<ReadOnlyMemory<byte>> Changes, ReadOnlyMemory<byte> Salts)
{
    /// <summary>Parses one change.</summary>
    public Change Parse(int index) => Change.Parser.ParseFrom(Changes[index].Span);

    /// <summary>The hashes of all changes, one after another, as the digest covers them.</summary>
    public byte[] HashChanges()
    {
        var hashes = new byte[Changes.Count * LedgerChain.HashLength];
        for (var i = 0; i < Changes.Count; i++)
        {
            LedgerChain.HashChange(
                Salts.Span.Slice(i * LedgerChain.SaltLength, LedgerChain.SaltLength),
                Changes[i].Span,
                hashes.AsSpan(i * LedgerChain.HashLength, LedgerChain.HashLength));
        }

        return hashes;
    }
}
