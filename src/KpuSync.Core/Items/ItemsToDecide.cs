using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Items;

/// <summary>Which items deciding some changes looks at. Found while the batch before is being written, since it takes as long as loading them.</summary>
public sealed class ItemsToDecide
{
    private ItemsToDecide(ItemKey[] keys, int[] parties) => (Keys, Parties) = (keys, parties);

    /// <summary>Items of the office itself, each once, in the store's order, so that look-ups stay local.</summary>
    public IReadOnlyList<ItemKey> Keys { get; }

    /// <summary>Parties that are named, each once, in order: the centre has their profiles.</summary>
    public IReadOnlyList<int> Parties { get; }

    /// <summary>What deciding these changes of an office looks at.</summary>
    public static ItemsToDecide Of(OfficeCode office, IEnumerable<Change> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var keys = new HashSet<ItemKey>();
        var parties = new SortedSet<int>();
        foreach (var change in changes)
        {
            if (PartyKeys.PartyOf(change) is { } party && PartyNumber.IsValid(party))
                parties.Add(party);
            if (ItemKeys.Of(change) is not { } key)
                continue;
            keys.Add(key);
            if (key.Kind is ItemKind.ProgressReport)
                keys.UnionWith(ItemKeys.ReportsOf(ReportMonth.Parse(key.Key).Year));
        }

        if (office == OfficeCode.Centre)
            keys.UnionWith(parties.Select(PartyKeys.OfProfile));
        return new ItemsToDecide(Sorted(keys), [.. parties]);
    }

    /// <summary>What deciding several batches of one office looks at.</summary>
    public static ItemsToDecide Of(IReadOnlyList<ItemsToDecide> batches)
    {
        ArgumentNullException.ThrowIfNull(batches);
        return batches is [var only]
            ? only
            : new ItemsToDecide(Sorted([.. batches.SelectMany(b => b.Keys)]), [.. batches.SelectMany(b => b.Parties).Distinct().Order()]);
    }

    private static ItemKey[] Sorted(HashSet<ItemKey> keys)
    {
        ItemKey[] sorted = [.. keys];
        Array.Sort(sorted);
        return sorted;
    }
}
