using KpuSync.Core;

namespace KpuSync.Console.Access;

/// <summary>The same gate that the API's calls go through: is the server taking calls, does the credential hold, is the office within its rate?</summary>
public interface ICallGate
{
    /// <summary>Lets a call in.</summary>
    /// <param name="session">Who calls.</param>
    /// <param name="looksUp">True for a call that looks people up.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The call's place among those of its office at a time, to be disposed when the call ends; or why it may not go on. Exactly one of them.</returns>
    ValueTask<(IDisposable? Place, SyncError? Refusal)> EnterAsync(ConsoleSession session, bool looksUp, CancellationToken ct);

    /// <summary>Why a session's credential holds no longer; null if it does.</summary>
    ValueTask<SyncError?> RefusalOfAsync(ConsoleSession session, CancellationToken ct);
}
