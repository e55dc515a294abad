using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>Lists, counts and shows what is parked.</summary>
public sealed class FailedListHandler(IFailedReader failed, ParkedPages pages, ParkedReading reading)
{
    /// <summary>Failed batches of a range.</summary>
    public async Task<Result<ListFailedBatchesResponse>> ListAsync(Caller caller, ListFailedBatchesRequest request, CancellationToken ct)
    {
        var read = ReadGranted(caller, request.Filter);
        if (!read.IsOk)
            return read.Error;
        var page = PageOf.ReadAcrossOffices(request.PageSize, request.PageToken);
        if (!page.IsOk)
            return page.Error;
        var (after, size) = page.Value;

        var found = await BatchesAsync(read.Value, after, size + 1, ct);
        var response = new ListFailedBatchesResponse();
        foreach (var office in found.Take(size).GroupBy(b => b.Office))
            response.Batches.AddRange(await ShowAsync(office.Key, [.. office.Select(b => b.Position)], ct));
        if (found.Count > size)
            response.NextPageToken = PageOf.TokenAcrossOffices(found[size - 1].Office, found[size - 1].Position);
        return response;
    }

    /// <summary>How much matches.</summary>
    public async Task<Result<CountFailedChangesResponse>> CountAsync(Caller caller, CountFailedChangesRequest request, CancellationToken ct)
    {
        var read = ReadGranted(caller, request.Filter);
        if (!read.IsOk)
            return read.Error;
        var counts = await pages.CountAsync(read.Value, ct);
        var response = new CountFailedChangesResponse { Changes = counts.Values.Sum() };
        response.Codes.AddRange(FailedViews.CodesOf(counts));
        return response;
    }

    /// <summary>One failed batch with its parked changes.</summary>
    public async Task<Result<GetFailedBatchResponse>> GetAsync(Caller caller, GetFailedBatchRequest request, CancellationToken ct)
    {
        if (ParkedFilters.TryRead(request.Batch) is not { } batch)
            return SyncError.RequestInvalid("batch");
        if (OfficeGrants.CheckRead(caller, batch.Office) is { } notGranted)
            return notGranted;
        var parked = await failed.ParkedOfAsync(batch.Office, [batch.Position], ct);
        if (parked.Count == 0)
            return SyncError.Of(ErrorReason.FailedBatchNotFound);

        var entry = (await reading.EntriesOfAsync(batch.Office, parked, ct))[0];
        var tried = await TriedAsync(batch.Office, parked, ct);
        var response = new GetFailedBatchResponse { Batch = FailedViews.BatchOf(entry, parked) };
        response.Changes.AddRange(entry.Changes.Select(content => FailedViews.ChangeOf(
            content, content.Parked.SettledPosition is { } position ? tried.GetValueOrDefault(position) : null, !OfficeGrants.SeesFullRecords(caller))));
        return response;
    }

    // Those that name batches show these; others go through all.
    private async ValueTask<IReadOnlyList<ParkedBatch>> BatchesAsync(ParkedFilter filter, ParkedBatch? after, int limit, CancellationToken ct)
    {
        if (filter.Batches.Count == 0)
            return await failed.BatchesAsync(filter, after, limit, ct);
        var found = new List<ParkedBatch>();
        foreach (var batch in filter.Batches.Where(b => after is not { } last || (b.Office, b.Position).CompareTo((last.Office, last.Position)) > 0))
        {
            if ((await failed.ParkedOfAsync(batch.Office, [batch.Position], ct)).Any(filter.Matches))
                found.Add(batch);
            if (found.Count == limit)
                break;
        }

        return found;
    }

    private async ValueTask<IEnumerable<FailedBatch>> ShowAsync(OfficeCode office, long[] positions, CancellationToken ct)
    {
        var parked = (await failed.ParkedOfAsync(office, positions, ct)).ToLookup(p => p.Position);
        var entries = await reading.HeadsOfAsync(office, positions, ct);
        return entries.Select(entry => FailedViews.BatchOf(entry, [.. parked[entry.Entry.Position]]));
    }

    // The replays that tried or took these changes; a correction in a batch says nothing about what it corrects.
    private async ValueTask<Dictionary<long, StoredSettlement>> TriedAsync(OfficeCode office, IReadOnlyList<PendingChange> parked, CancellationToken ct)
    {
        var positions = parked.Select(p => p.SettledPosition).OfType<long>().Distinct().ToList();
        return (await failed.EntriesAtAsync(office, positions, ct)).Where(e => e.Kind is EntryKind.Settlement)
            .Select(e => (e.Position, Settlement: StoredSettlement.Of(e))).Where(e => e.Settlement.Act.ChangesReplayed is not null)
            .ToDictionary(e => e.Position, e => e.Settlement);
    }

    private static Result<ParkedFilter> ReadGranted(Caller caller, FailedFilter? filter)
    {
        var read = ParkedFilters.Read(filter);
        return read.IsOk && OfficeGrants.CheckRead(caller, read.Value.Range) is { } notGranted ? notGranted : read;
    }
}
