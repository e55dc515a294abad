using KpuSync.Contracts.V1;
using KpuSync.Core.Access;

namespace KpuSync.Core.Replay;

/// <summary>What an administrator means to replay or discard: granted, well-formed, and not nothing.</summary>
public sealed class FailedSelection(IFailedReader failed, ParkedPages pages)
{
    /// <summary>The filter, and how many changes match it now.</summary>
    public async ValueTask<Result<(ParkedFilter Filter, long Changes)>> ReadAsync(Caller caller, FailedFilter? asked, CancellationToken ct)
    {
        var read = ParkedFilters.ReadOpen(asked);
        if (!read.IsOk)
            return read.Error;
        if (OfficeGrants.CheckReplay(caller, read.Value.Range) is { } notGranted)
            return notGranted;
        var changes = (await pages.CountAsync(read.Value, ct)).Values.Sum();
        return changes > 0 ? (read.Value, changes) : SyncError.Of(ErrorReason.FailedSelectionEmpty, ("state", await StateAsync(read.Value, ct)));
    }

    // Of several batches the first stands for all.
    private async ValueTask<string> StateAsync(ParkedFilter filter, CancellationToken ct)
    {
        if (filter.Batches.Count == 0)
            return "-";
        var batch = filter.Batches[0];
        var parked = await failed.ParkedOfAsync(batch.Office, [batch.Position], ct);
        var settled = parked.FirstOrDefault(p => !filter.Matches(p) && (filter.Indexes.Count == 0 || filter.Indexes.Contains(p.Index)));
        return settled is null ? "-" : ParkedFilters.StateOf(settled).ToString().ToUpperInvariant();
    }
}
