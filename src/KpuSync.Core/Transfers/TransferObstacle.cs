using KpuSync.Rules.Values;

namespace KpuSync.Core.Transfers;

/// <summary>What keeps a voter from being moved.</summary>
public enum TransferObstacleKind
{
    /// <summary>A change of the voter, or of somebody in the village, is held.</summary>
    HeldOpen,

    /// <summary>Another office says that the voter died or moved, and the office has not answered.</summary>
    ClaimOpen,

    /// <summary>The voter is active in both offices: which of the two stays is for people to decide.</summary>
    InBothOffices,
}

/// <summary>One thing to settle before a transfer.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Office">The office that settles it.</param>
/// <param name="Place">Where: <c>position:index</c> of a held change, the id of a claim, or the voter's masked NIK.</param>
public sealed record TransferObstacle(TransferObstacleKind Kind, OfficeCode Office, string Place)
{
    /// <summary>Its stable code.</summary>
    public string Code => Kind switch
    {
        TransferObstacleKind.HeldOpen => "TRANSFER_HELD_OPEN",
        TransferObstacleKind.ClaimOpen => "TRANSFER_CLAIM_OPEN",
        _ => "TRANSFER_IN_BOTH_OFFICES",
    };
}
