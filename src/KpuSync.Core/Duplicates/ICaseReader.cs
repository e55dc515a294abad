using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Register;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>Reads of what is known across offices: cases, claims and the matching index. They see only what is committed.</summary>
public interface ICaseReader
{
    /// <summary>How far the scanner has read each office's ledger.</summary>
    ValueTask<IReadOnlyDictionary<OfficeCode, long>> CheckpointsAsync(CancellationToken ct);

    /// <summary>The registrations of these people in every office, active and removed.</summary>
    ValueTask<IReadOnlyList<Registration>> RegistrationsOfAsync(IReadOnlyCollection<Nik> niks, CancellationToken ct);

    /// <summary>These registrations, active and removed.</summary>
    ValueTask<IReadOnlyList<Registration>> RegistrationsAtAsync(IReadOnlyCollection<RegistrationKey> keys, CancellationToken ct);

    /// <summary>Who shares blocking keys. A key with more than <paramref name="blockMax"/> registrations gives none: it tells nobody apart.</summary>
    ValueTask<IReadOnlyList<KeyBlock>> BlocksOfAsync(IReadOnlyCollection<long> keys, int blockMax, CancellationToken ct);

    /// <summary>The cases that have any of these registrations among their sides, each once.</summary>
    ValueTask<IReadOnlyList<DuplicateCase>> CasesOfAsync(IReadOnlyCollection<RegistrationKey> sides, CancellationToken ct);

    /// <summary>Which of these pairs a decision called different people; pairs are ordered.</summary>
    ValueTask<IReadOnlySet<(RegistrationKey First, RegistrationKey Second)>> DifferentPeopleAsync(
        IReadOnlyCollection<(RegistrationKey First, RegistrationKey Second)> pairs, CancellationToken ct);

    /// <summary>What decisions called different people, as far as a side is in the office.</summary>
    ValueTask<IReadOnlyList<DifferentPair>> DifferentPeopleOfAsync(OfficeCode office, CancellationToken ct);

    /// <summary>Village codes that were replaced, in code order.</summary>
    ValueTask<IReadOnlyList<VillageMove>> VillageMovesAsync(CancellationToken ct);

    /// <summary>Claims on these people, in every state.</summary>
    ValueTask<IReadOnlyList<StoredClaim>> ClaimsOnAsync(IReadOnlyCollection<Nik> niks, CancellationToken ct);

    /// <summary>One claim; null if the office has no such.</summary>
    ValueTask<StoredClaim?> FindClaimAsync(OfficeCode owner, string claimId, CancellationToken ct);

    /// <summary>One case; null if there is none.</summary>
    ValueTask<DuplicateCase?> FindCaseAsync(long caseId, CancellationToken ct);

    /// <summary>Cases with a side in a range, newest first.</summary>
    ValueTask<IReadOnlyList<DuplicateCase>> CasesInAsync(OfficeCode range, CaseFilter filter, CancellationToken ct);

    /// <summary>How many open cases have a side in a range.</summary>
    ValueTask<IReadOnlyList<CaseCount>> CountOpenAsync(OfficeCode range, CancellationToken ct);

    /// <summary>Claims on an office's voters, oldest first.</summary>
    ValueTask<IReadOnlyList<StoredClaim>> ClaimsOfAsync(OfficeCode owner, bool all, int limit, CancellationToken ct);
}

/// <summary>Two registrations that a decision calls different people; ordered.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="First">The lower one.</param>
/// <param name="Second">The higher one.</param>
public sealed record DifferentPair(long CaseId, RegistrationKey First, RegistrationKey Second);

/// <summary>Which cases to list.</summary>
/// <param name="State">Only in this state; unspecified: all.</param>
/// <param name="Class">Only of this class; unspecified: all.</param>
/// <param name="Reach">Only of this reach; unspecified: all.</param>
/// <param name="Before">Only cases of lower numbers; 0: all.</param>
/// <param name="Limit">Most cases.</param>
public sealed record CaseFilter(CaseState State, CaseClass Class, CaseReach Reach, long Before, int Limit);
