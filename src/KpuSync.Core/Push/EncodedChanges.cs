using System.Buffers;
using System.Security.Cryptography;
using Google.Protobuf;
using KpuSync.Contracts.V1;

namespace KpuSync.Core.Push;

/// <summary>A batch's changes, encoded one after another into a pooled buffer.</summary>
internal readonly struct EncodedChanges : IDisposable
{
    private readonly byte[] _buffer;
    private readonly int _length;

    private EncodedChanges(byte[] buffer, int length, int[] ends) => (_buffer, _length, Ends) = (buffer, length, ends);

    /// <summary>Where each change ends.</summary>
    public int[] Ends { get; }

    /// <summary>The encoded changes.</summary>
    public ReadOnlySpan<byte> Content => _buffer.AsSpan(0, _length);

    /// <summary>SHA-256 over them.</summary>
    public byte[] Digest() => SHA256.HashData(Content);

    /// <summary>SHA-256 over changes, encoded one after another.</summary>
    public static byte[] DigestOf(IReadOnlyList<Change> changes)
    {
        using var encoded = Of(changes);
        return encoded.Digest();
    }

    public static EncodedChanges Of(IReadOnlyList<Change> changes)
    {
        var ends = new int[changes.Count];
        var length = 0;
        for (var i = 0; i < ends.Length; i++)
            ends[i] = length += changes[i].CalculateSize();
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        var start = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            changes[i].WriteTo(buffer.AsSpan(start, ends[i] - start));
            start = ends[i];
        }

        return new EncodedChanges(buffer, length, ends);
    }

    // Cleared, since a pooled buffer would otherwise carry identity numbers into whatever rents it next.
    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
}
