using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>Reads filters as callers send them.</summary>
internal static class ParkedFilters
{
    private const int BatchesMax = 1_000;
    private const int CodeLengthMax = 60;

    /// <summary>The filter; an error if a field is malformed.</summary>
    public static Result<ParkedFilter> Read(FailedFilter? filter)
    {
        if (filter is null || !OfficeCode.TryParse(filter.Range, out var range))
            return SyncError.RequestInvalid("filter.range");
        if (filter.Code.Length > CodeLengthMax)
            return SyncError.RequestInvalid("filter.code");
        if (StateOf(filter.State) is not { } state)
            return SyncError.RequestInvalid("filter.state");
        if (filter.Batches.Count > BatchesMax || !TryReadBatches(filter, range, out var batches))
            return SyncError.RequestInvalid("filter.batches");
        if (filter.Indexes.Count > 0 && (batches.Count != 1 || filter.Indexes.Any(index => index < 0)))
            return SyncError.RequestInvalid("filter.indexes");
        if (!AreTimes(filter.SinceTime, filter.UntilTime))
            return SyncError.RequestInvalid(filter.SinceTime is { } since && !IsTime(since) ? "filter.since_time" : "filter.until_time");
        return new ParkedFilter(
            range,
            filter.Code.Length == 0 ? null : filter.Code,
            state,
            filter.SinceTime?.ToDateTimeOffset().ToUnixTimeMilliseconds(),
            filter.UntilTime?.ToDateTimeOffset().ToUnixTimeMilliseconds(),
            batches,
            filter.Indexes.ToHashSet());
    }

    /// <summary>A filter of changes that can still be settled.</summary>
    public static Result<ParkedFilter> ReadOpen(FailedFilter? filter)
    {
        var read = Read(filter);
        return read.IsOk && read.Value.State is not (PendingState.Open or PendingState.Quarantined) ? SyncError.RequestInvalid("filter.state") : read;
    }

    /// <summary>Where a change stands, as the contract has it.</summary>
    public static FailedState StateOf(PendingChange parked) => parked.State switch
    {
        _ when parked.Kind is PendingKind.Held => FailedState.Replayed,
        PendingState.Open => FailedState.Parked,
        PendingState.Replayed => FailedState.Replayed,
        PendingState.Discarded => FailedState.Discarded,
        PendingState.Quarantined => FailedState.Quarantined,
        _ => FailedState.Superseded,
    };

    private static PendingState? StateOf(FailedState state) => state switch
    {
        FailedState.Unspecified or FailedState.Parked => PendingState.Open,
        FailedState.Replayed => PendingState.Replayed,
        FailedState.Superseded => PendingState.Superseded,
        FailedState.Discarded => PendingState.Discarded,
        FailedState.Quarantined => PendingState.Quarantined,
        _ => null,
    };

    private static bool TryReadBatches(FailedFilter filter, OfficeCode range, out IReadOnlyList<ParkedBatch> batches)
    {
        var read = new HashSet<ParkedBatch>();
        batches = [];
        foreach (var reference in filter.Batches)
        {
            if (TryRead(reference) is not { } batch || !OfficeGrants.Covers(range, batch.Office))
                return false;
            read.Add(batch);
        }

        batches = [.. read.OrderBy(b => b.Office).ThenBy(b => b.Position)];
        return true;
    }

    /// <summary>Where a batch is said to stand; null if that can be no place.</summary>
    public static ParkedBatch? TryRead(FailedBatchRef? reference) =>
        reference is not null && OfficeCode.TryParse(reference.OfficeCode, out var office) && office.Kind is not OfficeKind.Province && reference.Position > 0
            ? new ParkedBatch(office, reference.Position)
            : null;

    private static bool AreTimes(Timestamp? since, Timestamp? until) => (since is null || IsTime(since)) && (until is null || IsTime(until));

    private static bool IsTime(Timestamp time)
    {
        try
        {
            time.ToDateTimeOffset();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
