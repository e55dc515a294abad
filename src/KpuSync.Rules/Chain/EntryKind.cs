namespace KpuSync.Rules.Chain;

/// <summary>What a ledger entry is. The number is part of the chain hash and never changes its meaning.</summary>
public enum EntryKind
{
    /// <summary>Never stored.</summary>
    None = 0,

    /// <summary>An in-sequence batch.</summary>
    Batch = 1,

    /// <summary>The beginning of a new epoch.</summary>
    EpochOpened = 2,

    /// <summary>A hold, claim, duplicate or transfer that was settled.</summary>
    Settlement = 3,

    /// <summary>Something elsewhere that concerns the office.</summary>
    Notice = 4,

    /// <summary>A recap period that was closed or opened again.</summary>
    RecapPeriod = 5,
}
