using System.Runtime.CompilerServices;
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
/// within its rate; what reads personal data is noted in the trail. Then Core's handler decides, by the same grants as for the API. When the page's
/// connection ends, what it still asks for is cancelled.
/// </summary>
public sealed class Desk(CurrentSession current, ConsoleSessions sessions, ICallGate gate, IReadingTrail trail, NavigationManager navigation, Speech speech) : IDisposable
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>Makes a call.</summary>
    /// <param name="ask">What it is.</param>
    /// <param name="handle">The handler.</param>
    /// <param name="count">How many records an answer holds, for the trail.</param>
    public async Task<Answer<T>> AskAsync<T>(Ask ask, Func<Caller, CancellationToken, Task<Result<T>>> handle, Func<T, long>? count = null)
    {
        try
        {
            var (session, place, refusal) = await EnterAsync(ask);
            if (session is null)
                return Refused<T>(refusal!);
            using var held = place;
            var caller = session.Caller;
            if (ask is { Office: null, CaseId: null })
                return Of(await handle(caller, _gone.Token));
            await using var reading = await trail.BeginAsync(caller, ask, _gone.Token);
            var result = await handle(caller, _gone.Token);
            if (result.IsOk && count is not null)
                reading.Entries = count(result.Value);
            return Of(result);
        }
        catch (StoreUnavailableException)
        {
            return Refused<T>(SyncError.Of(ErrorReason.StorageUnavailable));
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            return Refused<T>(SyncError.Of(ErrorReason.ServerStopping));
        }
    }

    /// <summary>Makes a call that answers again and again, until it ends, the page is left, or its session is over. It is not noted: it must read no personal data.</summary>
    public async IAsyncEnumerable<Answer<T>> FollowAsync<T>(
        Ask ask, Func<Caller, CancellationToken, IAsyncEnumerable<Result<T>>> handle, [EnumeratorCancellation] CancellationToken ct)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(ct, _gone.Token);
        var (session, place, refusal) = await EnterAsync(ask);
        if (session is null)
        {
            yield return Refused<T>(refusal!);
            yield break;
        }

        using var held = place;
        await foreach (var result in handle(session.Caller, left.Token))
        {
            if (await IsOverAsync())
                yield break;
            yield return Of(result);
        }
    }

    /// <summary>True if the page's session is over or its credential revoked; then the page goes to the sign-in.</summary>
    public async Task<bool> IsOverAsync()
    {
        if (await current.FindAsync() is not { } session)
        {
            SignInAgain();
            return true;
        }

        return await gate.RefusalOfAsync(session, _gone.Token) is { } refusal && EndIfOver(session, refusal);
    }

    /// <summary>Cancels. A page may go on for a moment and ask once more, so that the token must stay.</summary>
    public void Dispose() => _gone.Cancel();

    private async ValueTask<(ConsoleSession? Session, IDisposable? Place, SyncError? Refusal)> EnterAsync(Ask ask)
    {
        if (await current.FindAsync() is not { } session)
        {
            SignInAgain();
            return (null, null, SyncError.Of(ErrorReason.CredentialExpired));
        }

        var (place, refusal) = await gate.EnterAsync(session, ask.LooksUp, _gone.Token);
        if (place is not null)
            return (session, place, null);
        EndIfOver(session, refusal!);
        return (null, null, refusal);
    }

    private bool EndIfOver(ConsoleSession session, SyncError refusal)
    {
        if (refusal.Reason is not (ErrorReason.CredentialExpired or ErrorReason.CredentialRevoked or ErrorReason.CredentialInvalid))
            return false;
        sessions.End(session.Id);
        SignInAgain();
        return true;
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
