using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>What reverting a batch would do. Made by <see cref="KpuSyncClient.PlanRevertAsync"/>, carried out by <see cref="KpuSyncClient.RevertAsync"/>.</summary>
public sealed record RevertPlan
{
    /// <summary>The batch's sequence number; of the first one for a range.</summary>
    public required long Sequence { get; init; }

    /// <summary>The last batch's sequence number; the same for a single batch.</summary>
    public required long LastSequence { get; init; }

    /// <summary>The batch's id; of the first one for a range.</summary>
    public required string BatchId { get; init; }

    /// <summary>Where its changes came from.</summary>
    public string SourceName { get; init; } = "";

    /// <summary>Voters that it entered and that will be removed.</summary>
    public int Removals { get; init; }

    /// <summary>Voters that it removed or changed and that get their record back.</summary>
    public int Restorations { get; init; }

    /// <summary>Numbers that it corrected and that are put back.</summary>
    public int NikChanges { get; init; }

    /// <summary>Changes of it that did nothing, so there is nothing to revert.</summary>
    public int Untouched { get; init; }

    /// <summary>Voters that a later batch changed again. They are left as they are.</summary>
    public IReadOnlyList<RevertSkip> Skipped { get; init; } = [];

    /// <summary>The compensating changes.</summary>
    internal IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>How many compensating changes there are.</summary>
    public int ChangesCount => Changes.Count;
}

/// <summary>A voter that is left as it is.</summary>
/// <param name="Reference">The change's reference in the reverted batch: the row of its file.</param>
/// <param name="MaskedNik">The voter's NIK, masked.</param>
/// <param name="LaterSequence">Sequence number of the later batch; of another producer if <paramref name="OtherProducer"/> is true.</param>
/// <param name="OtherProducer">True if the later batch is another installation's.</param>
public sealed record RevertSkip(string Reference, string MaskedNik, long LaterSequence, bool OtherProducer);
