using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Parties;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>The part that is about what an office keeps besides voters.</summary>
public sealed partial class OfficeView
{
    private readonly Dictionary<ItemKey, Item?> _items = [];
    private readonly List<Item> _addedItems = [];
    private readonly Dictionary<ItemKey, List<(long Position, int Index)>> _heldByItem = [];
    private readonly Dictionary<int, PartyProfile> _profiles = [];

    /// <summary>Versions to write, in the order in which they came.</summary>
    public IReadOnlyList<Item> AddedItems => _addedItems;

    /// <summary>Takes what the store holds, unless it is here already.</summary>
    public void Load(Item item) => _items.TryAdd(item.Key, item);

    /// <summary>Takes a profile that the centre has.</summary>
    public void Load(PartyProfile profile) => _profiles[profile.PartyNumber] = profile;

    /// <summary>The newest version of an item; null if the office has no such.</summary>
    public Item? FindItem(ItemKey key) => _items.GetValueOrDefault(key);

    /// <summary>The profile of a party in the centre's ledger; null if there is none.</summary>
    public PartyProfile? FindProfile(int party)
    {
        if (office != OfficeCode.Centre)
            return _profiles.GetValueOrDefault(party);
        return FindItem(PartyKeys.OfProfile(party)) is { } item ? PartyProfile.Parser.ParseFrom(item.Record) : null;
    }

    /// <summary>The open holds of an item, oldest first, without the one that is being corrected.</summary>
    public IReadOnlyList<PendingChange> OpenHolds(ItemKey item, PendingChange? corrected = null) =>
        _heldByItem.TryGetValue(item, out var keys) ? OpenOf(keys, corrected) : [];

    /// <summary>Puts the next version of an item.</summary>
    public void Put(Item item)
    {
        var before = _items.GetValueOrDefault(item.Key);
        _items[item.Key] = item;
        _addedItems.Add(item);
        _undo.Add(() =>
        {
            _items[item.Key] = before;
            _addedItems.RemoveAt(_addedItems.Count - 1);
        });
    }
}
