namespace KpuSync.Client;

/// <summary>The receipts that this installation keeps against the ledger that the server shows.</summary>
/// <param name="ReceiptsChecked">Receipts that were compared.</param>
/// <param name="EntriesRead">Ledger entries that were read.</param>
/// <param name="Faults">What does not agree; empty if all is well.</param>
public sealed record AuditReport(long ReceiptsChecked, long EntriesRead, IReadOnlyList<AuditFault> Faults);

/// <summary>A receipt that does not agree with the ledger, or an entry that is out of order.</summary>
/// <param name="Sequence">The batch's sequence number; 0 for an entry of another producer.</param>
/// <param name="Position">Position in the ledger.</param>
/// <param name="Code">Stable code, for example <c>AUDIT_CHAIN_DIFFERS</c>.</param>
/// <param name="Text">What does not agree.</param>
public sealed record AuditFault(long Sequence, long Position, string Code, LocalizedText Text);
