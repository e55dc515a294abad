using KpuSync.Contracts.V1;
using KpuSync.Core.Access;

namespace KpuSync.Core.Replay;

/// <summary>What an administrator means to replay or discard: granted, well-formed, and not nothing.</summary>
public sealed class FailedSelection(IFailedReader failed, ParkedPages pages)
{
    /// <summary>The filter, if the caller may replay and discard in its range.</summary>
    public static Result<ParkedFilter> Read(Caller caller, FailedFilter? asked)
    {
        var read = ParkedFilters.ReadOpen(asked);
        return read.IsOk && OfficeGrants.CheckReplay(caller, read.Value.Range) is { } notGranted ? notGranted : read;
    }

    /// <summary>How many changes match now; an error if none.</summary>
    public async ValueTask<Result<long>> CountAsync(ParkedFilter filter, CancellationToken ct)
    {
        var changes = (await pages.CountAsync(filter, ct)).Values.Sum();
        return changes > 0 ? changes : SyncError.Of(ErrorReason.FailedSelectionEmpty, ("state", await StateAsync(filter, ct)));
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
