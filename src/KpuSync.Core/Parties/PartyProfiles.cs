using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>The parties that the centre knows.</summary>
public sealed class PartyProfiles(ILedgerReader ledger)
{
    /// <summary>The profile of a party; null if the centre has none.</summary>
    public async ValueTask<PartyProfile?> FindAsync(int party, CancellationToken ct)
    {
        var centre = new OfficeView(OfficeCode.Centre);
        await ledger.LoadItemsAsync(centre, [PartyKeys.OfProfile(party)], ct);
        return centre.FindProfile(party);
    }
}
