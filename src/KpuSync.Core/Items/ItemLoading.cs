using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Items;

/// <summary>Loads the items that deciding looks at: the office's own, and the centre's profiles of the parties that are named.</summary>
internal static class ItemLoading
{
    public delegate ValueTask Load(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct);

    public static async ValueTask LoadAsync(Load load, OfficeView view, ItemsToDecide items, CancellationToken ct)
    {
        await load(view, items.Keys, ct);
        if (view.Office == OfficeCode.Centre || items.Parties.Count == 0)
            return;

        // The one thing that a push reads from another ledger: profiles are few, and change once in years.
        var centre = new OfficeView(OfficeCode.Centre);
        await load(centre, [.. items.Parties.Select(PartyKeys.OfProfile)], ct);
        foreach (var profile in items.Parties.Select(centre.FindProfile).OfType<PartyProfile>())
            view.Load(profile);
    }
}
