using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Ledger;

/// <summary>One entry of an office's ledger, as it is stored.</summary>
public sealed record LedgerEntry
{
    /// <summary>Whose ledger.</summary>
    public required OfficeCode Office { get; init; }

    /// <summary>Position, from 1 without gaps; taken under the lock of the office's head.</summary>
    public required long Position { get; init; }

    /// <summary>What it is.</summary>
    public required EntryKind Kind { get; init; }

    /// <summary>Epoch it belongs to.</summary>
    public required long Epoch { get; init; }

    /// <summary>Commit time, milliseconds since 1970 UTC.</summary>
    public required long CommitTimeMilliseconds { get; init; }

    /// <summary>Id of the credential that caused it, or <c>server</c>.</summary>
    public required string Actor { get; init; }

    /// <summary>Digest that the chain covers, 32 bytes.</summary>
    public required byte[] Digest { get; init; }

    /// <summary>Chain hash, 32 bytes.</summary>
    public required byte[] ChainHash { get; init; }

    /// <summary>Rule set that decided; empty for an epoch.</summary>
    public string RuleSetVersion { get; init; } = "";

    /// <summary>Region catalogue that decided; empty for an epoch.</summary>
    public string RegionCatalogueVersion { get; init; } = "";

    /// <summary>Producer of a batch; null for others.</summary>
    public string? ProducerId { get; init; }

    /// <summary>Sequence of a batch; null for others.</summary>
    public long? Sequence { get; init; }

    /// <summary>Id of a batch; null for others.</summary>
    public string? BatchId { get; init; }

    /// <summary>SHA-256 over a batch's changes as received; empty for others.</summary>
    public byte[] ContentDigest { get; init; } = [];

    /// <summary>The changes of a batch or settlement as one compressed blob (<see cref="BatchBlob"/>), or the encoded entry of another kind.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Statuses of a batch's or settlement's changes, one byte each.</summary>
    public byte[] Statuses { get; init; } = [];

    /// <summary>A batch's receipt, encoded; exactly what was and will be answered. For a settlement, its encoded act.</summary>
    public byte[] Receipt { get; init; } = [];
}
