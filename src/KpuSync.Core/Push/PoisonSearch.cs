using KpuSync.Core.Store;

namespace KpuSync.Core.Push;

/// <summary>Finds the changes of a batch that a healthy database refuses, by halving: each try writes a part of the batch and rolls back.</summary>
internal sealed class PoisonSearch(GroupTransaction transaction)
{
    /// <summary>The indexes of the poison changes; null if the batch is refused whatever is left out, so that no change is to blame.</summary>
    public async ValueTask<IReadOnlySet<int>?> FindAsync(ScreenedBatch batch, CancellationToken ct)
    {
        var all = Enumerable.Range(0, batch.Changes.Count).ToHashSet();
        if (await FailsAsync(batch, all, ct))
            return null;
        var poison = new HashSet<int>();
        await SearchAsync(batch, 0, batch.Changes.Count, poison, ct);
        return poison;
    }

    private async ValueTask SearchAsync(ScreenedBatch batch, int from, int to, HashSet<int> poison, CancellationToken ct)
    {
        var others = Enumerable.Range(0, batch.Changes.Count).Where(i => i < from || i >= to).ToHashSet();
        if (!await FailsAsync(batch, others, ct))
            return;
        if (to - from == 1)
        {
            poison.Add(from);
            return;
        }

        var middle = from + ((to - from) / 2);
        await SearchAsync(batch, from, middle, poison, ct);
        await SearchAsync(batch, middle, to, poison, ct);
    }

    private async ValueTask<bool> FailsAsync(ScreenedBatch batch, HashSet<int> leftOut, CancellationToken ct)
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
