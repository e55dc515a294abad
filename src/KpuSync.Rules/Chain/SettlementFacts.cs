using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Chain;

/// <summary>What the digest of a settlement covers besides its changes.</summary>
/// <param name="Actor">Id of the credential that settled, or <c>server</c>.</param>
/// <param name="RuleSetVersion">Rule set that decided.</param>
/// <param name="RegionCatalogueVersion">Region catalogue that decided.</param>
/// <param name="CommitTimeMilliseconds">Commit time, milliseconds since 1970 UTC.</param>
/// <param name="Statuses">The outcome of each change.</param>
/// <param name="Act">The entry without its changes, statuses and mask: act, reason, origins and outcomes.</param>
public readonly record struct SettlementFacts(
    string Actor,
    string RuleSetVersion,
    string RegionCatalogueVersion,
    long CommitTimeMilliseconds,
    IReadOnlyList<OutcomeStatus> Statuses,
    SettlementEntry Act);
