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

    /// <summary>Begins another one, which takes the place of the present one once it is finished.</summary>
    public static Writer Begin(string directory, string stamp) => new(PathIn(directory), stamp);

    private static ReadOnlySpan<byte> StampOf(string stamp) => Encoding.ASCII.GetBytes(stamp.PadRight(StampBytes)[..StampBytes]);

    /// <summary>Takes the entries one by one.</summary>
    internal sealed class Writer : IDisposable
    {
        private const int BlockEntries = 16_384;

        private readonly string _path;
        private readonly string _stamp;
        private readonly FileStream _file;
        private readonly XxHash3 _hash = new();
        private readonly BaselineTable.Entry[] _block = new BaselineTable.Entry[BlockEntries];
        private int _inBlock;
        private int _count;
        private int _active;

        public Writer(string path, string stamp)
        {
            (_path, _stamp, _file) = (path, stamp, OwnerOnly.Create(path + ".new"));
            _file.Write(new byte[HeaderBytes]);
        }

        public void Write(in BaselineTable.Entry entry)
        {
            _block[_inBlock++] = entry;
            _count++;
            _active += entry.State.IsActive ? 1 : 0;
            if (_inBlock == BlockEntries)
                WriteBlock();
        }

        public void Finish()
        {
            WriteBlock();
            Span<byte> header = stackalloc byte[HeaderBytes];
            header.Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
            BinaryPrimitives.WriteInt32LittleEndian(header[4..], Unsafe.SizeOf<BaselineTable.Entry>());
            BinaryPrimitives.WriteInt32LittleEndian(header[8..], _count);
            BinaryPrimitives.WriteInt32LittleEndian(header[12..], _active);
            BinaryPrimitives.WriteUInt64LittleEndian(header[16..], _hash.GetCurrentHashAsUInt64());
            StampOf(_stamp).CopyTo(header[24..]);
            _file.Position = 0;
            _file.Write(header);
            _file.Dispose();
            File.Move(_path + ".new", _path, overwrite: true);
        }

        /// <summary>Takes away what was not finished.</summary>
        public void Dispose()
        {
            _file.Dispose();
            File.Delete(_path + ".new");
        }

        private void WriteBlock()
        {
            var bytes = MemoryMarshal.AsBytes(_block.AsSpan(0, _inBlock));
            _hash.Append(bytes);
            _file.Write(bytes);
            _inBlock = 0;
        }
    }
}
