using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace KpuSync.Client.State;

/// <summary>Baseline entries where they lie in the cache file, read only.</summary>
/// <remarks>
/// Mapped, not read: 40 MB of memory that nobody used before cost more in page faults than the comparison itself, while the pages of the file
/// are there already.
/// </remarks>
internal sealed unsafe class MappedEntries : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly BaselineTable.Entry* _first;

    private MappedEntries(MemoryMappedFile file, MemoryMappedViewAccessor view, int offset, int count)
    {
        _file = file;
        _view = view;
        Count = count;
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _first = (BaselineTable.Entry*)(start + view.PointerOffset + offset);
    }

    public int Count { get; }

    public ReadOnlySpan<byte> Bytes => new(_first, Count * sizeof(BaselineTable.Entry));

    public ref readonly BaselineTable.Entry this[int index] => ref Unsafe.AsRef<BaselineTable.Entry>(_first + index);

    /// <summary>Maps <paramref name="count"/> entries that begin <paramref name="offset"/> bytes into the file; null if it is shorter.</summary>
    public static MappedEntries? TryMap(FileStream file, int offset, int count)
    {
        if (count <= 0 || file.Length < offset + ((long)count * sizeof(BaselineTable.Entry)))
            return null;
        var mapped = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        return new MappedEntries(mapped, mapped.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read), offset, count);
    }

    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
