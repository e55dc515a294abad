using KpuSync.Console.Access;
using KpuSync.Core;
using KpuSync.Core.Access;
using KpuSync.Server.Access;
using KpuSync.Server.Calls;
using KpuSync.Server.Errors;

namespace KpuSync.Server.ConsoleHosting;

/// <summary>Lets the console's calls through the API's own gate.</summary>
public sealed class ConsoleGate(Drain drain, CredentialGuard guard, OfficeRates rates) : ICallGate
{
    /// <inheritdoc/>
    public async ValueTask<SyncError?> RefusalOfAsync(Caller caller, bool isOwn, bool looksUp, CancellationToken ct)
    {
        if (drain.IsStopping)
            return Refusals.ServerStopping;

        // The session has its own end; here only revocation counts.
        if (await guard.RefusalOfAsync(new CredentialTicket(caller, isOwn, DateTimeOffset.MaxValue), ct) is { } refusal)
            return refusal;
        using var place = rates.TryEnter(caller.Office);
        return place is null || (looksUp && !rates.TryLookUp(caller.Office)) ? Refusals.RateLimited : null;
    }
}
