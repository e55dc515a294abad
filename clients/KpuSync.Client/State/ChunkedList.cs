namespace KpuSync.Client.State;

/// <summary>A list that grows by chunks: of millions of elements none is ever copied, and no array has to be found room for beside its double.</summary>
internal sealed class ChunkedList<T>
    where T : struct
{
    private const int ChunkBits = 16;
    private const int ChunkLength = 1 << ChunkBits;

    private readonly List<T[]> _chunks = [];

    public int Count { get; private set; }

    public ref T this[int index] => ref _chunks[index >> ChunkBits][index & (ChunkLength - 1)];

    public void Add(in T element)
    {
        Grow(Count + 1);
        this[Count - 1] = element;
    }

    /// <summary>Fills up with elements that are 0.</summary>
    public void Grow(int count)
    {
        while (_chunks.Count << ChunkBits < count)
            _chunks.Add(new T[ChunkLength]);
        Count = Math.Max(Count, count);
    }
}
