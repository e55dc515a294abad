namespace KpuSync.Core.Store;

/// <summary>Which of the servers on a database does a work that need not be done twice.</summary>
/// <remarks>
/// It only saves work: a server that was paused may go on for a moment while another has taken over. So each work itself must bear two at a time, by looking
/// under the transaction's locks whether it is still where it began.
/// </remarks>
public interface IWorkLease
{
    /// <summary>True if this server may do the next piece; false while another one does the work.</summary>
    /// <param name="work">Its name, 1 to 20 characters.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="StoreUnavailableException">The database cannot say now.</exception>
    ValueTask<bool> HoldAsync(string work, CancellationToken ct);

    /// <summary>Gives all works to whoever asks next, as a server does when it stops.</summary>
    ValueTask ReleaseAllAsync(CancellationToken ct);
}
