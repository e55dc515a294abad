using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Hashes the parts of a blocking key one after another, each seeded by the parts before it: the same on every machine.</summary>
/// <remarks>
/// A key is 4 bits of kind, 20 bits of neighbourhood and 40 bits of hash. People of one office come one after another, and were mostly born there: with the
/// neighbourhood in front their keys lie together in the index, and a page of it that is read or written serves many of them. Two things that share
/// the 40 bits by chance are compared once too often, and no more.
/// </remarks>
internal readonly struct KeyHash
{
    private const int KindShift = 60;
    private const int NeighbourhoodShift = 40;
    private const long NeighbourhoodMask = 0xFFFFF;

    // Names and places have at most 100 characters; what lies beyond would not make a better key.
    private const int TextMax = 200;
    private readonly BlockingKind _kind;
    private readonly long _neighbourhood;
    private readonly ulong _state;

    public KeyHash(BlockingKind kind, long neighbourhood)
        : this(kind, neighbourhood & NeighbourhoodMask, (ulong)neighbourhood)
    {
    }

    private KeyHash(BlockingKind kind, long neighbourhood, ulong state) => (_kind, _neighbourhood, _state) = (kind, neighbourhood, state);

    /// <summary>A hash of a text alone, for a neighbourhood.</summary>
    public static long Of(string text) => unchecked((long)new KeyHash(default, 0).With(text)._state);

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

    public BlockingKey ToKey() =>
        new(_kind, ((long)_kind << KindShift) | (_neighbourhood << NeighbourhoodShift) | (long)(_state >> (64 - NeighbourhoodShift)));

    private KeyHash Hashed(ReadOnlySpan<byte> bytes) => new(_kind, _neighbourhood, XxHash3.HashToUInt64(bytes, unchecked((long)_state)));
}
