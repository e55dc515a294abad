using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Rules.Chain;

namespace KpuSync.Core.Settlements;

/// <summary>A settlement as the ledger stores it: its changes as a batch's, its act where a batch has its receipt.</summary>
/// <param name="Act">Act, reason, origins and outcomes.</param>
/// <param name="Changes">The changes with their salts.</param>
/// <param name="Statuses">The outcome of each change.</param>
public sealed record StoredSettlement(SettlementEntry Act, UnpackedBatch Changes, OutcomeStatus[] Statuses)
{
    // A replay's entry has thousands, and whoever reads it asks for each.
    private readonly ILookup<int, Outcome> _outcomes = Act.Outcomes.ToLookup(o => o.Index);

    /// <summary>Reads a stored entry.</summary>
    /// <exception cref="InvalidDataException">The entry is damaged.</exception>
    public static StoredSettlement Of(LedgerEntry entry) => new(
        SettlementEntry.Parser.ParseFrom(entry.Receipt), BatchBlob.Unpack(entry.Payload), Array.ConvertAll(entry.Statuses, s => (OutcomeStatus)s));

    /// <summary>The digest that the chain covers.</summary>
    public byte[] DigestOf(LedgerEntry entry) => LedgerChain.DigestOf(
        new SettlementFacts(entry.Actor, entry.RuleSetVersion, entry.RegionCatalogueVersion, entry.CommitTimeMilliseconds, Statuses, Act),
        Changes.HashChanges());

    /// <summary>Violations and warnings of a change.</summary>
    public IReadOnlyList<Violation> ViolationsOf(int index) => _outcomes[index].FirstOrDefault()?.Violations ?? (IReadOnlyList<Violation>)[];
}
