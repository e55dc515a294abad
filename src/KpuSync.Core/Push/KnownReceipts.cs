using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>What a sender was acknowledged before, as far as one stream of its batches has asked: a run of sequence numbers at a time.</summary>
/// <remarks>
/// Sequence numbers have no gaps, and what is acknowledged stays so: a sender that sends again what it sent before is answered with one look-up for many batches, and
/// after the first batch that is new nothing is looked up any more. Should that one be written meanwhile, here or by another server, the writer finds it under the lock. Used by one
/// caller at a time.
/// </remarks>
public sealed class KnownReceipts(ILedgerReader ledger, int runLength)
{
    private OfficeCode _office;
    private string? _producerId;
    private long _from;
    private long _until;
    private List<AcknowledgedBatch> _run = [];

    /// <summary>What was acknowledged under a sequence number; null if it is not known to be.</summary>
    public async ValueTask<AcknowledgedBatch?> FindAsync(OfficeCode office, string producerId, long sequence, CancellationToken ct)
    {
        if (office != _office || producerId != _producerId || sequence < _from || sequence >= _until)
        {
            _run = [.. await ledger.AcknowledgedFromAsync(office, producerId, sequence, runLength, ct)];

            // A run that is shorter than it might be ends where the ledger ends.
            (_office, _producerId, _until) = (office, producerId, _run.Count < runLength ? long.MaxValue : sequence + runLength);
        }

        // What the stream has passed is not kept: receipts may be large.
        _from = sequence;
        _run.RemoveAll(batch => batch.Sequence < sequence);
        return _run.FirstOrDefault(batch => batch.Sequence == sequence);
    }
}
