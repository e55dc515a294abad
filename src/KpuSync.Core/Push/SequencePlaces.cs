using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>Finds each batch's place in its producer's sequence: repeat, next, gap or fork. Read under the lock of the office's head, so that no other server can answer otherwise.</summary>
internal sealed class SequencePlaces
{
    private readonly ILedgerWrite _write;
    private readonly KnownBatches _known;
    private readonly Dictionary<(OfficeCode Office, string Producer), long> _marks = [];
    private readonly Dictionary<(OfficeCode Office, string Producer, long Sequence), InGroup> _inGroup = [];
    private readonly Dictionary<(OfficeCode Office, string Producer, long Sequence), long?> _positions = [];
    private readonly List<(ScreenedBatch Batch, InGroup Original)> _repeats = [];

    /// <param name="write">The transaction.</param>
    /// <param name="known">What the ledgers know of the group.</param>
    public SequencePlaces(ILedgerWrite write, KnownBatches known) => (_write, _known) = (write, known);

    /// <summary>The answer to a batch that is not next; null for the one that is.</summary>
    public async ValueTask<Result<AcknowledgedReceipt>?> PlaceAsync(ScreenedBatch screened, CancellationToken ct)
    {
        var batch = screened.Batch;
        var mark = MarkOf(screened);
        if (batch.Sequence > mark + 1)
            return SequenceGap(mark + 1);
        if (batch.Sequence <= mark)
            return await RepeatAsync(screened, ct);
        if (UsedUnder(screened) is { } sequence)
            return BatchIdReused(sequence);
        _marks[(screened.Office, batch.ProducerId)] = batch.Sequence;
        _inGroup[KeyOf(screened, batch.Sequence)] = new InGroup(batch.BatchId, screened.ContentDigest);
        return null;
    }

    /// <summary>Notes the receipt of a batch of this group.</summary>
    public void Acknowledge(ScreenedBatch screened, Receipt receipt) =>
        _inGroup[KeyOf(screened, screened.Batch.Sequence)].Receipt = receipt;

    /// <summary>Answers the batches that repeat one of this same group: its receipt exists only now.</summary>
    public void AnswerRepeats(IReadOnlyList<ScreenedBatch> group, Result<AcknowledgedReceipt>[] answers)
    {
        foreach (var (batch, original) in _repeats)
        {
            for (var i = 0; i < group.Count; i++)
            {
                if (ReferenceEquals(group[i], batch))
                    answers[i] = new AcknowledgedReceipt(original.Receipt!, Repeated: true);
            }
        }
    }

    /// <summary>Where an earlier batch of the same producer stands; null if it is not in the ledger. Loads it if need be.</summary>
    public async ValueTask<long?> LoadPositionAsync(ScreenedBatch screened, long sequence, CancellationToken ct)
    {
        var key = KeyOf(screened, sequence);
        if (_inGroup.ContainsKey(key))
            return null;
        if (!_positions.TryGetValue(key, out var position))
            _positions[key] = position = (await _write.FindBatchAsync(key.Office, key.Producer, sequence, ct))?.Position;
        return position;
    }

    /// <summary>As <see cref="LoadPositionAsync"/>, for what is loaded or decided already.</summary>
    public long? PositionOf(ScreenedBatch screened, long sequence)
    {
        var key = KeyOf(screened, sequence);
        return _inGroup.TryGetValue(key, out var inGroup) ? inGroup.Receipt?.Position : _positions.GetValueOrDefault(key);
    }

    /// <summary>The answer to a batch whose sequence number is acknowledged already.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="contentDigest">SHA-256 over its changes, one after another.</param>
    /// <param name="acknowledged">What was acknowledged.</param>
    public static Result<AcknowledgedReceipt> AnswerAcknowledged(IBatchEnvelope batch, byte[] contentDigest, AcknowledgedBatch acknowledged)
    {
        if (acknowledged.BatchId != batch.BatchId)
            return Forked(batch.Sequence);

        // The digest does not see where a change ends: two that are run together into one are other content.
        var receipt = Receipt.Parser.ParseFrom(acknowledged.Receipt);
        return acknowledged.ContentDigest.AsSpan().SequenceEqual(contentDigest) && CountOf(receipt) == batch.ChangeCount
            ? new AcknowledgedReceipt(receipt, Repeated: true)
            : BatchIdReused(batch.Sequence);
    }

    // What this group has placed so far stands before what the ledger says.
    private long MarkOf(ScreenedBatch screened) =>
        _marks.TryGetValue((screened.Office, screened.Batch.ProducerId), out var mark) ? mark : _known.MarkOf(screened.Office, screened.Batch.ProducerId);

    private async ValueTask<Result<AcknowledgedReceipt>?> RepeatAsync(ScreenedBatch screened, CancellationToken ct)
    {
        var batch = screened.Batch;
        if (_inGroup.TryGetValue(KeyOf(screened, batch.Sequence), out var original))
        {
            if (original.BatchId != batch.BatchId)
                return Forked(batch.Sequence);
            if (!original.ContentDigest.AsSpan().SequenceEqual(screened.ContentDigest))
                return BatchIdReused(batch.Sequence);
            _repeats.Add((screened, original));
            return SyncError.Of(ErrorReason.StorageUnavailable);
        }

        var acknowledged = await _write.FindBatchAsync(screened.Office, batch.ProducerId, batch.Sequence, ct)
            ?? throw new InvalidOperationException($"Office {screened.Office} has no entry under an acknowledged sequence.");
        return AnswerAcknowledged(batch, screened.ContentDigest, acknowledged);
    }

    private long? UsedUnder(ScreenedBatch screened)
    {
        var batch = screened.Batch;
        foreach (var (key, inGroup) in _inGroup)
        {
            if (key.Office == screened.Office && key.Producer == batch.ProducerId && inGroup.BatchId == batch.BatchId)
                return key.Sequence;
        }

        return _known.SequenceOf(screened.Key);
    }

    private static (OfficeCode Office, string Producer, long Sequence) KeyOf(ScreenedBatch screened, long sequence) =>
        (screened.Office, screened.Batch.ProducerId, sequence);

    private static int CountOf(Receipt receipt)
    {
        var counts = receipt.Counts;
        return counts.Applied + counts.Unchanged + counts.Held + counts.Conflict + counts.Rejected + counts.NotApplied + counts.Superseded;
    }

    private static SyncError SequenceGap(long expected) => SyncError.Of(ErrorReason.SequenceGap, ("expected", Text(expected)));

    private static SyncError Forked(long sequence) => SyncError.Of(ErrorReason.Forked, ("sequence", Text(sequence)));

    private static SyncError BatchIdReused(long sequence) => SyncError.Of(ErrorReason.BatchIdReused, ("sequence", Text(sequence)));

    private static string Text(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed class InGroup(string batchId, byte[] contentDigest)
    {
        public string BatchId => batchId;

        public byte[] ContentDigest => contentDigest;

        public Receipt? Receipt { get; set; }
    }
}
