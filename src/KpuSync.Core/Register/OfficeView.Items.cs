using KpuSync.Core.Items;

namespace KpuSync.Core.Register;

/// <summary>The part that is about what an office keeps besides voters.</summary>
public sealed partial class OfficeView
{
    private readonly Dictionary<ItemKey, Item?> _items = [];
    private readonly List<Item> _addedItems = [];

    /// <summary>Versions to write, in the order in which they came.</summary>
    public IReadOnlyList<Item> AddedItems => _addedItems;

    /// <summary>Takes what the store holds, unless it is here already.</summary>
    public void Load(Item item) => _items.TryAdd(item.Key, item);

    /// <summary>The newest version of an item; null if the office has no such.</summary>
    public Item? FindItem(ItemKey key) => _items.GetValueOrDefault(key);

    /// <summary>Puts the next version of an item.</summary>
    public void Put(Item item)
    {
        var before = _items.GetValueOrDefault(item.Key);
        _items[item.Key] = item;
        _addedItems.Add(item);
        _undo.Add(() =>
        {
            _items[item.Key] = before;
            _addedItems.Remove(item);
        });
    }
}
