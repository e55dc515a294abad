using KpuSync.Core;
using KpuSync.Core.Access;

namespace KpuSync.Console.Access;

/// <summary>The same gate that the API's calls go through: is the server taking calls, does the credential hold, is the office within its rate?</summary>
public interface ICallGate
{
    /// <summary>Asked before every call, so that a credential that was revoked ends a session at once.</summary>
    /// <param name="caller">Who calls.</param>
    /// <param name="isOwn">True if the server itself issued the credential.</param>
    /// <param name="looksUp">True for a call that looks people up.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null if the call may go on.</returns>
    ValueTask<SyncError?> RefusalOfAsync(Caller caller, bool isOwn, bool looksUp, CancellationToken ct);
}
