using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>A batch after everything that can be done before its turn comes: checked, encoded, hashed and packed.</summary>
public sealed record ScreenedBatch
{
    /// <summary>Who sent it.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The batch.</summary>
    public required Batch Batch { get; init; }

    /// <summary>Its office.</summary>
    public required OfficeCode Office { get; init; }

    /// <summary>What it is known by.</summary>
    public BatchKey Key => new(Office, Batch.ProducerId, Batch.BatchId);

    /// <summary>Its changes, checked.</summary>
    public required IReadOnlyList<ScreenedChange> Changes { get; init; }

    /// <summary>The items that deciding it looks at.</summary>
    public required ItemsToDecide Items { get; init; }

    /// <summary>Version of the region catalogue that they were checked against.</summary>
    public required string RegionCatalogueVersion { get; init; }

    /// <summary>SHA-256 over the encoded changes: the same content sent again has the same digest.</summary>
    public required byte[] ContentDigest { get; init; }

    /// <summary>The salted hashes of the changes, one after another.</summary>
    public required byte[] ChangeHashes { get; init; }

    /// <summary>The changes as the ledger stores them.</summary>
    public required byte[] Payload { get; init; }
}
