using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>What a push did.</summary>
public sealed record PushReport
{
    /// <summary>Name of the pushed file, without its folder; null when only the outbox was sent, or the file was not compared.</summary>
    public string? File { get; init; }

    /// <summary>
    /// True if the server could not be reached and earlier changes wait for their outcomes: nothing of the file was journaled. Push it again.
    /// </summary>
    public bool FileNotCompared { get; init; }

    /// <summary>What the comparison of the export with the baseline gave.</summary>
    public DeltaCounts Delta { get; init; }

    /// <summary>Changes that were acknowledged in this operation, those that waited from before included.</summary>
    public OutcomeTotals Outcomes { get; init; }

    /// <summary>Batches that were acknowledged in this operation.</summary>
    public long BatchesAcknowledged { get; init; }

    /// <summary>Changes that still wait in the outbox.</summary>
    public long ChangesWaiting { get; init; }

    /// <summary>The findings in the order of their rows, at most <see cref="FindingsMax"/>; the report file has all.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>How many findings there are.</summary>
    public long FindingsTotal { get; init; }

    /// <summary>Most findings that are returned.</summary>
    public static int FindingsMax => 10_000;

    /// <summary>Paths of the files that hold the rows that were not applied, ready to mend and push again.</summary>
    public IReadOnlyList<string> ReportFiles { get; init; } = [];

    /// <summary>The last receipt that this installation holds.</summary>
    public Receipt? LastReceipt { get; init; }

    /// <summary>Set if the server could not be reached: what was journaled waits in the outbox.</summary>
    public ServerUnreachableException? Unreachable { get; init; }

    /// <summary>
    /// True if the server had been restored to before what the journal still holds: the baseline was rebuilt from its ledger. Push the complete
    /// export to bring back what is missing.
    /// </summary>
    public bool PushCompleteExport { get; init; }

    /// <summary>Times that the connection broke and was taken up again.</summary>
    public int Reconnects { get; init; }

    /// <summary>How long the operation took.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>How much of that was sending.</summary>
    public TimeSpan Sending { get; init; }
}

/// <summary>What the comparison of an export with the baseline gave.</summary>
/// <param name="Rows">Rows that were read, without header and empty rows.</param>
/// <param name="Unchanged">Rows that say what the baseline says.</param>
/// <param name="Upserts">Changes that enter or change a voter.</param>
/// <param name="Removals">Changes that remove a voter, by a row.</param>
/// <param name="NikChanges">Changes that put a NIK right.</param>
/// <param name="Gone">Changes that remove a voter or member because a complete file has no row for it.</param>
/// <param name="Unreadable">Rows that did not become a change.</param>
/// <param name="NotAppliedBefore">Rows that were not applied before and have not changed since, so they were not sent again.</param>
/// <param name="Claims">Deaths of other offices' voters.</param>
/// <param name="Items">Monthly reports, yearly plans and party data.</param>
public readonly record struct DeltaCounts(
    long Rows, long Unchanged, long Upserts, long Removals, long NikChanges, long Gone, long Unreadable, long NotAppliedBefore, long Claims, long Items = 0)
{
    /// <summary>Changes that went to the outbox.</summary>
    public long Changes => Upserts + Removals + NikChanges + Gone + Claims + Items;
}
