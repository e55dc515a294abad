using System.Buffers.Binary;
using System.IO.Hashing;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using KpuSync.Client.Installations;

namespace KpuSync.Client.State;

/// <summary>
/// The baseline as one file beside the database, in the order of the export that was compared with it last: the next export has its
/// rows in the same order, so that a million rows are recognised reading forward in both.
/// </summary>
/// <remarks>Only a copy: it counts while its stamp is the database's and its checksum holds; otherwise the database is read.</remarks>
internal static class BaselineCache
{
    private const int HeaderBytes = 64;
    private const int StampBytes = 36;
    private const uint Magic = 0x3242_5053;

    public static string PathIn(string directory) => Path.Combine(directory, "baseline.cache");

    /// <summary>The table, which keeps the file open; null if there is no cache of this stamp.</summary>
    public static BaselineTable? TryLoad(string directory, string stamp)
    {
        if (stamp.Length == 0 || !File.Exists(PathIn(directory)))
            return null;
        using var file = new FileStream(PathIn(directory), FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        Span<byte> header = stackalloc byte[HeaderBytes];
        if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes
            || BinaryPrimitives.ReadUInt32LittleEndian(header) != Magic
            || BinaryPrimitives.ReadInt32LittleEndian(header[4..]) != Unsafe.SizeOf<BaselineTable.Entry>()
            || !header.Slice(24, StampBytes).SequenceEqual(StampOf(stamp)))
        {
            return null;
        }

        var entries = MappedEntries.TryMap(file, HeaderBytes, BinaryPrimitives.ReadInt32LittleEndian(header[8..]));
        if (entries is not null && XxHash3.HashToUInt64(entries.Bytes) == BinaryPrimitives.ReadUInt64LittleEndian(header[16..]))
            return BaselineTable.Of(entries, BinaryPrimitives.ReadInt32LittleEndian(header[12..]));
        entries?.Dispose();
        return null;
    }

    public static void Write(string directory, string stamp, ReadOnlySpan<BaselineTable.Entry> entries, int activeCount)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        header.Clear();
        var bytes = MemoryMarshal.AsBytes(entries);
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header[4..], Unsafe.SizeOf<BaselineTable.Entry>());
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], entries.Length);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], activeCount);
        BinaryPrimitives.WriteUInt64LittleEndian(header[16..], XxHash3.HashToUInt64(bytes));
        StampOf(stamp).CopyTo(header[24..]);
        var fresh = PathIn(directory) + ".new";
        using (var file = OwnerOnly.Create(fresh))
        {
            file.Write(header);
            file.Write(bytes);
        }

        File.Move(fresh, PathIn(directory), overwrite: true);
    }

    private static ReadOnlySpan<byte> StampOf(string stamp) => Encoding.ASCII.GetBytes(stamp.PadRight(StampBytes)[..StampBytes]);
}
