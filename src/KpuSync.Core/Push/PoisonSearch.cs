using KpuSync.Contracts.V1;
using KpuSync.Core.Store;

namespace KpuSync.Core.Push;

/// <summary>Finds the changes of a batch that a healthy database refuses.</summary>
internal sealed class PoisonSearch(GroupTransaction transaction)
{
    /// <summary>The indexes of the poison changes; null if the batch is refused whatever is left out, so that no change is to blame.</summary>
    public ValueTask<IReadOnlySet<int>?> FindAsync(ScreenedBatch batch, CancellationToken ct)
    {
        var tried = batch.Batch.Mode is BatchMode.AllOrNothing ? InParts(batch) : batch;
        return Halving.FindAsync(batch.Changes.Count, leftOut => FailsAsync(tried, leftOut, ct));
    }

    // Written whole or not at all, it would never be written with anything left out.
    private static ScreenedBatch InParts(ScreenedBatch batch)
    {
        var inParts = batch with { Batch = batch.Batch.Clone() };
        inParts.Batch.Mode = BatchMode.PerChange;
        return inParts;
    }

    private async ValueTask<bool> FailsAsync(ScreenedBatch batch, IReadOnlySet<int> leftOut, CancellationToken ct)
    {
        try
        {
            await transaction.WriteAsync([batch], leftOut, commit: false, ct);
            return false;
        }
        catch (StatementFailedException)
        {
            return true;
        }
    }
}
