using KpuSync.Core;
using KpuSync.Server.Errors;
using KpuSync.Storage.Access;

namespace KpuSync.Server.Access;

/// <summary>
/// Says whether a verified credential still holds. Asked at every call and at every batch of a long push stream, and never from a cache:
/// revoked means at once, and a look-up by primary key costs far less than a batch.
/// </summary>
public sealed class CredentialGuard(CredentialStore store, TimeProvider clock)
{
    /// <returns>Why it no longer holds; null if it does.</returns>
    public async ValueTask<SyncError?> RefusalOfAsync(CredentialTicket ticket, CancellationToken ct)
    {
        if (ticket.ExpiresAt <= clock.GetUtcNow())
            return Refusals.CredentialExpired;

        var row = await store.FindAsync(ticket.Caller.CredentialId, ct);
        if (row?.RevokedAt is not null)
            return Refusals.CredentialRevoked;

        // After a restore from a copy the row of a newer credential is missing: it could not be revoked, so it is not taken.
        return row is null && ticket.Own ? Refusals.CredentialInvalid : null;
    }
}
