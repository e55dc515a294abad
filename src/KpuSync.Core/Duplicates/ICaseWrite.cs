using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Register;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>The part of a write transaction that is about cases, claims and the matching index.</summary>
public interface ICaseWrite
{
    /// <summary>A case as it is under the transaction; null if there is none.</summary>
    ValueTask<DuplicateCase?> FindCaseAsync(long caseId, CancellationToken ct);

    /// <summary>A number that no case has yet.</summary>
    ValueTask<long> NextCaseIdAsync(CancellationToken ct);

    /// <summary>Puts a case, with its sides, in place of what was there.</summary>
    ValueTask SaveAsync(DuplicateCase duplicate, CancellationToken ct);

    /// <summary>Remembers ordered pairs as different people.</summary>
    ValueTask RememberDifferentAsync(long caseId, IReadOnlyCollection<(RegistrationKey First, RegistrationKey Second)> pairs, CancellationToken ct);

    /// <summary>Records a village's new code. A code that comes back into use is no longer an old one.</summary>
    ValueTask SaveAsync(VillageMove move, CancellationToken ct);

    /// <summary>A claim as it is under the transaction; null if there is none.</summary>
    ValueTask<StoredClaim?> FindClaimAsync(OfficeCode owner, string claimId, CancellationToken ct);

    /// <summary>Puts a claim in place of what was there.</summary>
    ValueTask SaveAsync(StoredClaim claim, CancellationToken ct);

    /// <summary>Adds to the matching index. Give the keys in order: writes then stay local.</summary>
    ValueTask AddKeysAsync(IReadOnlyCollection<(long Key, RegistrationKey Member)> keys, CancellationToken ct);

    /// <summary>The scanner's checkpoints of all offices. No other transaction reads or moves any until this one ends.</summary>
    ValueTask<IReadOnlyDictionary<OfficeCode, long>> LockCheckpointsAsync(CancellationToken ct);

    /// <summary>Moves the scanner's checkpoint of an office.</summary>
    ValueTask SetCheckpointAsync(OfficeCode office, long position, CancellationToken ct);

    /// <summary>Empties the matching index and forgets all checkpoints, so that the scanner begins again.</summary>
    ValueTask ResetScanAsync(CancellationToken ct);
}
