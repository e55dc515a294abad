using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>
/// Where what stands in an office's register was said. A change that a release or a replay carried out stands at the settlement's place, but is as old as
/// the batch that had brought it: comparing places of entries alone would take it for newer than it is.
/// </summary>
internal sealed class LogicalPlaces(IFailedReader failed, OfficeCode office)
{
    private const int EntriesPerRead = 64;

    // Null for an entry that carries nothing out but says it itself.
    private readonly Dictionary<long, IReadOnlyList<EntryPlace?>?> _origins = [];

    /// <summary>What deciding parked changes compares.</summary>
    /// <param name="failed">Reads entries.</param>
    /// <param name="view">The office's register, with everything loaded that the changes touch.</param>
    /// <param name="entries">The parked changes.</param>
    /// <param name="ct">Cancels the reads.</param>
    public static async ValueTask<LogicalPlaces> OfAsync(IFailedReader failed, OfficeView view, IReadOnlyList<ParkedEntry> entries, CancellationToken ct)
    {
        var places = new LogicalPlaces(failed, view.Office);
        await places.LoadAsync(view, entries, ct);
        return places;
    }

    /// <summary>Reads what comparing these changes with the register needs.</summary>
    public async ValueTask LoadAsync(OfficeView view, IReadOnlyList<ParkedEntry> entries, CancellationToken ct)
    {
        foreach (var entry in entries)
            Learn(entry.Entry);
        var contents = entries.SelectMany(e => e.Changes).ToList();
        await LoadAsync(contents.Select(c => c.Parked.Place), ct);

        // What came before the parked change is not newer, whatever had brought it.
        await LoadAsync(contents.SelectMany(c => ReplayPage.PlacesOf(view, c).Where(place => place > Of(c.Parked.Place))), ct);
    }

    // Of an entry that was read.
    private void Learn(LedgerEntry entry) => _origins[entry.Position] = entry.Kind is EntryKind.Settlement
        ? [.. SettlementEntry.Parser.ParseFrom(entry.Receipt).Origins.Select(o => o.Position == 0 ? (EntryPlace?)null : new EntryPlace(o.Position, o.Index))]
        : null;

    /// <summary>Takes the origins of an entry that is being made; the list grows with it.</summary>
    public void Learn(long position, IReadOnlyList<EntryPlace?> origins) => _origins[position] = origins;

    private async ValueTask LoadAsync(IEnumerable<EntryPlace> places, CancellationToken ct)
    {
        var open = places.Distinct().ToList();
        while (open.Count > 0)
        {
            var unknown = open.Select(p => p.Position).Distinct().Where(position => !_origins.ContainsKey(position)).Order();
            foreach (var positions in unknown.Chunk(EntriesPerRead))
            {
                foreach (var entry in await failed.EntriesAtAsync(office, positions, ct))
                    Learn(entry);
            }

            open = [.. open.Select(OriginOf).OfType<EntryPlace>().Distinct()];
        }
    }

    /// <summary>The place of the batch that brought it; the place itself if it was said there.</summary>
    public EntryPlace Of(EntryPlace place)
    {
        while (OriginOf(place) is { } origin)
            place = origin;
        return place;
    }

    private EntryPlace? OriginOf(EntryPlace place) =>
        _origins.GetValueOrDefault(place.Position) is { } origins && place.Index < origins.Count ? origins[place.Index] : null;
}
