namespace KpuSync.Core.Store;

/// <summary>The database cannot take it now: full disk, lock, lost connection, timeout, memory. The batch is refused and nothing is parked.</summary>
public sealed class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);

/// <summary>The database is well and refuses this very statement, again and again: some change in it is poison.</summary>
public sealed class StatementFailedException(string message, Exception inner) : Exception(message, inner);
