namespace KpuSync.Core.Store;

/// <summary>The database cannot take it now: full disk, lock, lost connection, timeout, memory. The batch is refused and nothing is parked.</summary>
public class StoreUnavailableException(string message, Exception inner) : Exception(message, inner);

/// <summary>Another write was in the way (a deadlock, or what was read has changed), and the database has undone this one: the same again may go through at once.</summary>
public sealed class StoreConflictException(string message, Exception inner) : StoreUnavailableException(message, inner);

/// <summary>The database is well and refuses this very statement, again and again: some change in it is poison.</summary>
public sealed class StatementFailedException(string message, Exception inner) : Exception(message, inner);
