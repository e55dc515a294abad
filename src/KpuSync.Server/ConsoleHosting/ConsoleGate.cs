using System.Data.Common;
using KpuSync.Console.Access;
using KpuSync.Core;
using KpuSync.Server.Access;
using KpuSync.Server.Calls;
using KpuSync.Server.Errors;

namespace KpuSync.Server.ConsoleHosting;

/// <summary>Lets the console's calls through the API's own gate.</summary>
public sealed class ConsoleGate(Drain drain, CredentialGuard guard, OfficeRates rates) : ICallGate
{
    /// <inheritdoc/>
    public async ValueTask<(IDisposable? Place, SyncError? Refusal)> EnterAsync(ConsoleSession session, bool looksUp, CancellationToken ct)
    {
        if (drain.IsStopping)
            return (null, Refusals.ServerStopping);
        if (await RefusalOfAsync(session, ct) is { } refusal)
            return (null, refusal);
        var office = session.Caller.Office;
        if (rates.TryEnter(office) is not { } place)
            return (null, Refusals.RateLimited);
        if (!looksUp || rates.TryLookUp(office))
            return (place, null);
        place.Dispose();
        return (null, Refusals.RateLimited);
    }

    /// <inheritdoc/>
    public async ValueTask<SyncError?> RefusalOfAsync(ConsoleSession session, CancellationToken ct)
    {
        try
        {
            // The session has its own end; here only revocation counts.
            return await guard.RefusalOfAsync(new CredentialTicket(session.Caller, session.IsOwn, DateTimeOffset.MaxValue), ct);
        }
        catch (DbException)
        {
            return Refusals.StorageUnavailable;
        }
    }
}
