using KpuSync.Rules.Values;

namespace KpuSync.Core.Store;

/// <summary>Writes that are tried again if another write was in the way.</summary>
/// <remarks>
/// Only those: whatever else the machine refuses is the sender's to send again, later. The database has undone what was written, and what the write says of itself must be
/// undone as well: it begins anew, with what it reads then, and leaves nothing outside the database before its commit.
/// </remarks>
public static class StoreConflicts
{
    // What is in each other's way twice in a row has other reasons than chance.
    private const int TriesMax = 3;

    /// <summary>Does a write, three times at most.</summary>
    /// <param name="write">All of it, from its beginning to its commit.</param>
    public static async ValueTask<T> TryAgainAsync<T>(Func<ValueTask<T>> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await write();
            }
            catch (StoreConflictException) when (tries < TriesMax)
            {
                // The database has undone it.
            }
        }
    }

    /// <summary>Does a write in one transaction, as <see cref="TryAgainAsync"/>.</summary>
    /// <param name="store">The database.</param>
    /// <param name="offices">The offices whose heads it holds.</param>
    /// <param name="write">Everything up to the commit, in a transaction that is rolled back without one.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public static ValueTask<T> WriteAsync<T>(this ILedgerStore store, IReadOnlyCollection<OfficeCode> offices, Func<ILedgerWrite, ValueTask<T>> write, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(write);
        return TryAgainAsync(async () =>
        {
            await using var transaction = await store.BeginWriteAsync(offices, ct);
            return await write(transaction);
        });
    }
}
