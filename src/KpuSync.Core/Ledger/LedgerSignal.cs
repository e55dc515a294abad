using KpuSync.Core.Store;

namespace KpuSync.Core.Ledger;

/// <summary>Moves when an entry is committed to any ledger, by this server or, as far as the database tells, by another.</summary>
public sealed class LedgerSignal : Signal;
