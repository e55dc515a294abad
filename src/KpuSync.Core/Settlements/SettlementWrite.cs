using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Settlements;

/// <summary>One transaction that settles something in one or more offices; their heads are locked in code order until it ends.</summary>
public sealed class SettlementWrite
{
    private readonly ILedgerReader _ledger;
    private readonly SettlementComposer _composer;
    private readonly IReadOnlyDictionary<OfficeCode, DateTimeOffset> _times;
    private readonly Dictionary<OfficeCode, OfficeView> _views = [];

    internal SettlementWrite(
        ILedgerWrite write, ILedgerReader ledger, SettlementComposer composer, string actor, IReadOnlyDictionary<OfficeCode, DateTimeOffset> times, DateTimeOffset now, RegionCatalogue regions) =>
        (Write, _ledger, _composer, Actor, _times, Now, Regions) = (write, ledger, composer, actor, times, now, regions);

    /// <summary>The transaction.</summary>
    public ILedgerWrite Write { get; }

    /// <summary>Who settles.</summary>
    public string Actor { get; }

    /// <summary>When, by the server's clock, in whole milliseconds; an office's ledger may be ahead of it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The regions that its changes are checked against, even where an import comes in between.</summary>
    public RegionCatalogue Regions { get; }

    /// <summary>The entry that the office's ledger gets next.</summary>
    public EntryMoment NextEntryOf(OfficeCode office) => EntryMoment.Of(office, Write.HeadOf(office).Position + 1, _times[office]);

    /// <summary>An office's register as this settlement sees and changes it.</summary>
    public OfficeView ViewOf(OfficeCode office)
    {
        if (!_views.TryGetValue(office, out var view))
            _views.Add(office, view = new OfficeView(office));
        return view;
    }

    /// <summary>Loads registrations and open holds of these people.</summary>
    public ValueTask LoadAsync(OfficeCode office, IEnumerable<Nik> niks, CancellationToken ct) => Write.LoadAsync(ViewOf(office), [.. niks.Distinct().Order()], ct);

    /// <summary>Loads everything that deciding these changes looks at: registrations, items, and the open holds of both.</summary>
    public async ValueTask LoadAsync(OfficeCode office, IReadOnlyCollection<Change> changes, CancellationToken ct)
    {
        await LoadAsync(office, ChangeKeys.PeopleIn(changes), ct);
        await ItemLoading.LoadAsync(Write.LoadItemsAsync, ViewOf(office), ItemsToDecide.Of(office, changes), ct);
    }

    /// <summary>The pending change at a place, with what it says; null if no change waits or waited there.</summary>
    public async ValueTask<(PendingChange Pending, Change Change)?> FindPendingAsync(OfficeCode office, long position, int index, CancellationToken ct)
    {
        var view = ViewOf(office);
        await Write.LoadPendingAsync(view, position, index, ct);
        return view.FindPending(position, index) is { } pending ? (pending, await ChangeAtAsync(office, position, index, ct)) : null;
    }

    /// <summary>What the ledger has at a place.</summary>
    public async ValueTask<Change> ChangeAtAsync(OfficeCode office, long position, int index, CancellationToken ct)
    {
        var entries = await _ledger.EntriesAfterAsync(office, position - 1, 1, ct);
        return BatchBlob.Unpack(entries[0].Payload).Parse(index);
    }

    /// <summary>What the ledger has at the places of held changes, in their order; each entry is read once.</summary>
    public async ValueTask<IReadOnlyList<Change>> ChangesOfAsync(OfficeCode office, IReadOnlyList<PendingChange> holds, CancellationToken ct)
    {
        var changes = new List<Change>(holds.Count);
        foreach (var entry in holds.GroupBy(held => held.Position))
        {
            if (await _ledger.EntriesAfterAsync(office, entry.Key - 1, 1, ct) is not [{ } stored] || stored.Position != entry.Key)
                throw new InvalidDataException("The entry of a held change is missing.");
            var unpacked = BatchBlob.Unpack(stored.Payload);
            changes.AddRange(entry.Select(held => unpacked.Parse(held.Index)));
        }

        return changes;
    }

    /// <summary>Appends an entry whose changes are in the view already.</summary>
    /// <returns>Its position.</returns>
    public async ValueTask<long> AppendAsync(OfficeCode office, SettlementEntry act, IReadOnlyList<DecidedChange> changes, CancellationToken ct)
    {
        act.Origins.Clear();
        act.Outcomes.Clear();
        var entry = _composer.Compose(Write.HeadOf(office), Actor, act, changes, _times[office], Regions.Version);
        await Write.AppendAsync(entry, ct);
        return entry.Position;
    }

    /// <summary>Saves the registers.</summary>
    public ValueTask SaveAsync(CancellationToken ct) => Write.SaveAsync([.. _views.Values], ct);

    /// <summary>Saves the registers and commits.</summary>
    public ValueTask CommitAsync(CancellationToken ct) => Write.CommitAsync([.. _views.Values], ct);
}
