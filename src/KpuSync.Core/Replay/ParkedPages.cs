using KpuSync.Core.Register;

namespace KpuSync.Core.Replay;

/// <summary>Reads what a filter means in pages: in ledger order, one office a page, whole batches unless a single one is larger than a page.</summary>
public sealed class ParkedPages(IFailedReader failed)
{
    private const int NamedBatchesPerRead = 20;

    /// <summary>The next page after a place; none at the end.</summary>
    public async ValueTask<IReadOnlyList<PendingChange>> NextAsync(ParkedFilter filter, ParkedCursor after, int limit, CancellationToken ct)
    {
        var page = filter.Batches.Count == 0
            ? await failed.NextAsync(filter, after, limit + 1, ct)
            : await NextNamedAsync(filter, after, limit + 1, ct);
        if (page.Count <= limit)
            return page;

        // The last batch may go on behind the page.
        var whole = page.TakeWhile(parked => parked.Position != page[^1].Position).ToList();
        return whole.Count > 0 ? whole : [.. page.Take(limit)];
    }

    /// <summary>How many changes match, by code.</summary>
    public async ValueTask<IReadOnlyDictionary<string, long>> CountAsync(ParkedFilter filter, CancellationToken ct)
    {
        if (filter.Batches.Count == 0)
            return await failed.CountAsync(filter, ct);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var office in filter.Batches.GroupBy(b => b.Office))
        {
            foreach (var positions in office.Select(b => b.Position).Chunk(NamedBatchesPerRead))
            {
                foreach (var parked in (await failed.ParkedOfAsync(office.Key, positions, ct)).Where(filter.Matches))
                    counts[parked.Code] = counts.GetValueOrDefault(parked.Code) + 1;
            }
        }

        return counts;
    }

    private async ValueTask<IReadOnlyList<PendingChange>> NextNamedAsync(ParkedFilter filter, ParkedCursor after, int limit, CancellationToken ct)
    {
        var ahead = filter.Batches.Where(batch => after.Office is not { } office
            || batch.Office.CompareTo(office) > 0 || (batch.Office == office && batch.Position >= after.Place.Position));
        foreach (var office in ahead.GroupBy(b => b.Office))
        {
            var page = new List<PendingChange>();
            foreach (var positions in office.Select(b => b.Position).Chunk(NamedBatchesPerRead))
            {
                var parked = await failed.ParkedOfAsync(office.Key, positions, ct);
                page.AddRange(parked.Where(p => filter.Matches(p) && (office.Key != after.Office || p.Place > after.Place)));
                if (page.Count >= limit)
                    return [.. page.Take(limit)];
            }

            if (page.Count > 0)
                return page;
        }

        return [];
    }
}
