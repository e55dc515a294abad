using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Chain;

/// <summary>What the digest of a batch entry covers besides its changes.</summary>
/// <param name="Actor">Id of the credential that sent it.</param>
/// <param name="ProducerId">The producer.</param>
/// <param name="Sequence">Place in the producer's sequence.</param>
/// <param name="BatchId">The batch's id.</param>
/// <param name="Mode">Whether good changes applied beside bad ones.</param>
/// <param name="SourceName">File or system that the changes came from.</param>
/// <param name="RuleSetVersion">Rule set that decided.</param>
/// <param name="RegionCatalogueVersion">Region catalogue that decided.</param>
/// <param name="CommitTimeMilliseconds">Commit time, milliseconds since 1970 UTC.</param>
/// <param name="Statuses">The outcome of each change.</param>
/// <param name="Outcomes">Violations and warnings, by index.</param>
public readonly record struct BatchFacts(
    string Actor,
    string ProducerId,
    long Sequence,
    string BatchId,
    BatchMode Mode,
    string SourceName,
    string RuleSetVersion,
    string RegionCatalogueVersion,
    long CommitTimeMilliseconds,
    IReadOnlyList<OutcomeStatus> Statuses,
    IReadOnlyList<Outcome> Outcomes);
