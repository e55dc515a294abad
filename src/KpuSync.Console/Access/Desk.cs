using KpuSync.Console.Hosting;
using KpuSync.Console.Localization;
using KpuSync.Contracts.V1;
using KpuSync.Core;
using KpuSync.Core.Access;
using KpuSync.Core.Store;
using Microsoft.AspNetCore.Components;

namespace KpuSync.Console.Access;

/// <summary>
/// Every call that a page makes goes over this desk, as every RPC goes through the API's gate: is the session alive, does the credential hold, is the office
/// within its rate; what reads personal data is noted in the trail. Then Core's handler decides, by the same grants as for the API.
/// </summary>
public sealed class Desk(CurrentSession current, ConsoleSessions sessions, ICallGate gate, IReadingTrail trail, NavigationManager navigation, Speech speech)
{
    /// <summary>Makes a call.</summary>
    /// <param name="ask">What it is.</param>
    /// <param name="handle">The handler.</param>
    /// <param name="count">How many records an answer holds, for the trail.</param>
    public async Task<Answer<T>> AskAsync<T>(Ask ask, Func<Caller, CancellationToken, Task<Result<T>>> handle, Func<T, long>? count = null)
    {
        if (await current.FindAsync() is not { } session)
        {
            SignInAgain();
            return Refused<T>(SyncError.Of(ErrorReason.CredentialExpired));
        }

        try
        {
            if (await gate.RefusalOfAsync(session.Caller, session.IsOwn, ask.LooksUp, CancellationToken.None) is { } refusal)
            {
                if (refusal.Reason is ErrorReason.CredentialExpired or ErrorReason.CredentialRevoked or ErrorReason.CredentialInvalid)
                {
                    sessions.End(session.Id);
                    SignInAgain();
                }

                return Refused<T>(refusal);
            }

            if (ask is { Office: null, CaseId: null })
                return Of(await handle(session.Caller, CancellationToken.None));
            await using var reading = await trail.BeginAsync(session.Caller, ask, CancellationToken.None);
            var result = await handle(session.Caller, CancellationToken.None);
            if (result.IsOk && count is not null)
                reading.Entries = count(result.Value);
            return Of(result);
        }
        catch (StoreUnavailableException)
        {
            return Refused<T>(SyncError.Of(ErrorReason.StorageUnavailable));
        }
    }

    /// <summary>Leads to the sign-in and back to this page, where the browser puts back what was typed.</summary>
    public void SignInAgain() => navigation.NavigateTo(ConsolePaths.SignInFor("/" + navigation.ToBaseRelativePath(navigation.Uri)), forceLoad: true);

    private Answer<T> Of<T>(Result<T> result) => result.IsOk ? new Answer<T>(result.Value, null, null) : Refused<T>(result.Error);

    private Answer<T> Refused<T>(SyncError error) => new(default, error, speech.Refusal(error));
}

/// <summary>A call of a page.</summary>
/// <param name="Call">The RPC that does the same.</param>
/// <param name="Office">Whose personal data is read or changed, for the trail: an office, a province or the centre. It may be any text that stood in an address.</param>
/// <param name="CaseId">Which duplicate case is read or decided, for the trail. Neither: no personal data.</param>
/// <param name="LooksUp">True if it looks people up, which is limited.</param>
public sealed record Ask(string Call, string? Office = null, long? CaseId = null, bool LooksUp = false);

/// <summary>What a call gave: a value, or what went wrong in words.</summary>
public sealed record Answer<T>(T? Value, SyncError? Error, string? Problem)
{
    /// <summary>True if there is a value.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(true, nameof(Value))]
    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Problem))]
    public bool IsOk => Error is null;
}
