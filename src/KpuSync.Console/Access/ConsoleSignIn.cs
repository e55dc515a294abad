using System.Security.Claims;
using KpuSync.Core.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace KpuSync.Console.Access;

/// <summary>Signs people in and out. The cookie holds nothing but the session's id.</summary>
public sealed class ConsoleSignIn(ConsoleSessions sessions)
{
    /// <summary>The claim with the session's id.</summary>
    public const string SessionClaim = "kpusync_session";

    /// <summary>True if the console is for this role: whoever administers or audits. Operators and integrators have their own programs.</summary>
    public static bool IsFor(Role role) => role is Role.Administrator or Role.Auditor;

    /// <summary>Begins a session and hands out its cookie.</summary>
    public async Task SignInAsync(HttpContext context, Caller caller, bool isOwn) =>
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, PrincipalOf(sessions.Begin(caller, isOwn)));

    /// <summary>Ends the session of the request.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        sessions.End(SessionOf(context.User));
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>The id of the session; null for whoever is not signed in.</summary>
    public static string? SessionOf(ClaimsPrincipal user) => user.FindFirstValue(SessionClaim);

    /// <summary>Somebody in a session.</summary>
    public static ClaimsPrincipal PrincipalOf(ConsoleSession session) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.Name, session.Caller.Office.Value), new Claim(SessionClaim, session.Id)], CookieAuthenticationDefaults.AuthenticationScheme));
}
