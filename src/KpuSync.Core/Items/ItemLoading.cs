using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using KpuSync.Core.Register;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Items;

/// <summary>Loads the items that deciding looks at: the office's own, and the centre's profiles of the parties that are named.</summary>
internal static class ItemLoading
{
    public delegate ValueTask Load(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct);

    public static async ValueTask LoadAsync(Load load, OfficeView view, IReadOnlyCollection<Change> changes, CancellationToken ct)
    {
        await load(view, ItemKeys.ToDecide(changes), ct);
        if (view.Office == OfficeCode.Centre)
            return;
        var parties = changes.Select(PartyKeys.PartyOf).OfType<int>().Where(PartyNumber.IsValid).Distinct().Order().ToList();
        if (parties.Count == 0)
            return;

        // The one thing that a push reads from another ledger: profiles are few, and change once in years.
        var centre = new OfficeView(OfficeCode.Centre);
        await load(centre, [.. parties.Select(PartyKeys.OfProfile)], ct);
        foreach (var profile in parties.Select(centre.FindProfile).OfType<PartyProfile>())
            view.Load(profile);
    }
}
