using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>Reads parked changes with their entries.</summary>
public sealed class ParkedReading(IFailedReader failed)
{
    // A batch may have a mebibyte; what is not needed of it is let go before the next are read.
    private const int EntriesPerRead = 64;

    /// <summary>The entries of parked changes of one office, in ledger order.</summary>
    /// <exception cref="InvalidDataException">An entry is damaged or missing.</exception>
    public async ValueTask<IReadOnlyList<ParkedEntry>> EntriesOfAsync(OfficeCode office, IEnumerable<PendingChange> parked, CancellationToken ct)
    {
        var byPosition = parked.GroupBy(p => p.Position).OrderBy(g => g.Key).ToList();
        var entries = new List<ParkedEntry>(byPosition.Count);
        foreach (var chunk in byPosition.Chunk(EntriesPerRead))
        {
            var read = (await failed.EntriesAtAsync(office, [.. chunk.Select(g => g.Key)], ct)).ToDictionary(e => e.Position);
            if (read.Count < chunk.Length)
                throw new InvalidDataException("The entry of a parked change is missing.");
            entries.AddRange(OnAllCores(chunk, group => ParkedEntry.Of(read[group.Key], group.OrderBy(p => p.Index))));
        }

        return entries;
    }

    // Unpacking is most of the reading.
    private static IReadOnlyList<TResult> OnAllCores<T, TResult>(IEnumerable<T> items, Func<T, TResult> work)
    {
        try
        {
            return [.. items.AsParallel().AsOrdered().Select(work)];
        }
        catch (AggregateException e)
        {
            throw e.InnerExceptions[0];
        }
    }

    /// <summary>The entries at these positions without any change.</summary>
    public async ValueTask<IReadOnlyList<ParkedEntry>> HeadsOfAsync(OfficeCode office, IReadOnlyCollection<long> positions, CancellationToken ct)
    {
        var entries = new List<ParkedEntry>(positions.Count);
        foreach (var chunk in positions.Order().Chunk(EntriesPerRead))
            entries.AddRange((await failed.EntriesAtAsync(office, chunk, ct)).Select(entry => ParkedEntry.Of(entry, [])));
        return entries;
    }

    /// <summary>As <see cref="EntriesOfAsync"/>; of an ALL_OR_NOTHING batch everything that is open, since it is replayed whole.</summary>
    public async ValueTask<IReadOnlyList<ParkedEntry>> WholeEntriesOfAsync(OfficeCode office, IReadOnlyCollection<PendingChange> parked, CancellationToken ct)
    {
        var entries = await EntriesOfAsync(office, parked, ct);
        var whole = entries.Where(e => e.Mode is Contracts.V1.BatchMode.AllOrNothing).Select(e => e.Entry.Position).ToHashSet();
        if (whole.Count == 0)
            return entries;
        var open = (await failed.ParkedOfAsync(office, whole, ct)).Where(p => p.IsParked);
        var completed = (await EntriesOfAsync(office, open, ct)).ToDictionary(e => e.Entry.Position);
        return [.. entries.Select(e => completed.GetValueOrDefault(e.Entry.Position, e))];
    }
}
