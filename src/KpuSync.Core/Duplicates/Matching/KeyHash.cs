using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Hashes the parts of a blocking key one after another, each seeded by the parts before it: the same on every machine.</summary>
internal readonly struct KeyHash
{
    // Names and places have at most 100 characters; what lies beyond would not make a better key.
    private const int TextMax = 200;
    private readonly BlockingKind _kind;
    private readonly ulong _state;

    public KeyHash(BlockingKind kind)
        : this(kind, (ulong)kind)
    {
    }

    private KeyHash(BlockingKind kind, ulong state) => (_kind, _state) = (kind, state);

    public KeyHash With(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        return Hashed(bytes);
    }

    public KeyHash With(string text)
    {
        var chars = text.AsSpan(0, Math.Min(text.Length, TextMax));
        Span<byte> bytes = stackalloc byte[TextMax * 3];
        return Hashed(bytes[..Encoding.UTF8.GetBytes(chars, bytes)]);
    }

    public BlockingKey ToKey() => new(_kind, unchecked((long)_state));

    private KeyHash Hashed(ReadOnlySpan<byte> bytes) => new(_kind, XxHash3.HashToUInt64(bytes, unchecked((long)_state)));
}
