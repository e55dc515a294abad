using KpuSync.Rules.Values;

namespace KpuSync.Core.Store;

/// <summary>A batch by its id, which is unique for its producer.</summary>
/// <param name="Office">The producer's office.</param>
/// <param name="ProducerId">The producer.</param>
/// <param name="BatchId">The id that the producer gave it.</param>
public readonly record struct BatchKey(OfficeCode Office, string ProducerId, string BatchId);

/// <summary>What ledgers know of some batches and their producers.</summary>
public sealed class KnownBatches
{
    private readonly Dictionary<(OfficeCode Office, string ProducerId), long> _marks = [];
    private readonly Dictionary<BatchKey, long> _sequences = [];

    /// <summary>The highest acknowledged sequence of a producer; 0 if none.</summary>
    public long MarkOf(OfficeCode office, string producerId) => _marks.GetValueOrDefault((office, producerId));

    /// <summary>The sequence under which a batch id was acknowledged; null if it was not.</summary>
    public long? SequenceOf(BatchKey batch) => _sequences.TryGetValue(batch, out var sequence) ? sequence : null;

    /// <summary>Notes a producer's mark.</summary>
    public void Add(OfficeCode office, string producerId, long mark) => _marks[(office, producerId)] = mark;

    /// <summary>Notes under which sequence an id was acknowledged.</summary>
    public void Add(BatchKey batch, long sequence) => _sequences[batch] = sequence;
}
