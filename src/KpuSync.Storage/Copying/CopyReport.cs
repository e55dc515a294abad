namespace KpuSync.Storage.Copying;

/// <summary>A table that was copied.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Hash">Its <see cref="TableDigest"/>, equal in both databases.</param>
public sealed record CopiedTable(string Name, long Rows, string Hash);

/// <summary>A ledger that was verified where it was copied to.</summary>
/// <param name="Office">Office code.</param>
/// <param name="Entries">Entries, whose chain was computed again.</param>
/// <param name="ChainHash">Chain hash of the last one.</param>
/// <param name="Voters">Active voters of the register.</param>
public sealed record CopiedLedger(string Office, long Entries, byte[] ChainHash, long Voters);

/// <summary>What became of a copy. Everything was committed if there is neither a refusal nor a fault, and nothing otherwise.</summary>
public sealed record CopyReport
{
    /// <summary>Why it was not begun, and what to do.</summary>
    public string? Refusal { get; init; }

    /// <summary>Every table.</summary>
    public IReadOnlyList<CopiedTable> Tables { get; init; } = [];

    /// <summary>Every ledger that has entries.</summary>
    public IReadOnlyList<CopiedLedger> Ledgers { get; init; } = [];

    /// <summary>What is not as it should be, without personal data.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
