using KpuSync.Core.Items;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>What the check of a party looks at. Everything is asked for by party and office, never by one person.</summary>
public interface IPartyReader
{
    /// <summary>The members of a party in an office who were not taken out, in card order.</summary>
    ValueTask<IReadOnlyList<ListedMember>> MembersAsync(OfficeCode office, int party, CancellationToken ct);

    /// <summary>Where else the party's members of the office, also those who were taken out, stand or stood: in any party's list of any office.</summary>
    ValueTask<IReadOnlyList<ListedMember>> OthersAsync(OfficeCode office, int party, CancellationToken ct);

    /// <summary>Those of them, also of those who were taken out, whom the office has not as active voters now; true for the dead.</summary>
    ValueTask<IReadOnlyDictionary<Nik, bool>> NotRegisteredAsync(OfficeCode office, int party, CancellationToken ct);

    /// <summary>The newest versions of a party's management, offices and accounts in these offices' ledgers.</summary>
    ValueTask<IReadOnlyList<Item>> OrganisationAsync(IReadOnlyCollection<OfficeCode> offices, int party, CancellationToken ct);

    /// <summary>The newest versions of the items of a kind whose key begins so.</summary>
    ValueTask<IReadOnlyList<Item>> ItemsAsync(OfficeCode office, ItemKind kind, string keyPrefix, CancellationToken ct);

    /// <summary>All versions of the items of a kind whose key begins so, each item's oldest first.</summary>
    ValueTask<IReadOnlyList<DatedItem>> VersionsAsync(OfficeCode office, ItemKind kind, string keyPrefix, CancellationToken ct);

    /// <summary>All versions of these items of a kind, each item's oldest first.</summary>
    ValueTask<IReadOnlyList<DatedItem>> VersionsAsync(OfficeCode office, ItemKind kind, IReadOnlyCollection<string> keys, CancellationToken ct);
}
