using Microsoft.AspNetCore.Components.Authorization;

namespace KpuSync.Console.Access;

/// <summary>The session of the page that is open.</summary>
public sealed class CurrentSession(AuthenticationStateProvider authentication, ConsoleSessions sessions)
{
    /// <summary>The session, if it is not over.</summary>
    public async Task<ConsoleSession?> FindAsync() => sessions.Find(await IdAsync());

    /// <summary>Its id, even if it is over; null for whoever never signed in.</summary>
    public async Task<string?> IdAsync() => ConsoleSignIn.SessionOf((await authentication.GetAuthenticationStateAsync()).User);
}
