using System.Security.Claims;
using KpuSync.Console.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace KpuSync.Console.Hosting;

/// <summary>The cookie of a session, and the OpenID Connect provider if there is one.</summary>
internal static class ConsoleAuthentication
{
    // What the page itself asks for, without anybody doing anything.
    private const string Circuits = "/_blazor";

    public static void AddConsoleAuthentication(this IServiceCollection services, ConsoleSettings settings)
    {
        var authentication = services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(cookie =>
        {
            // "__Host-" lets no other name or path of the host set it, but only exists over https.
            cookie.Cookie.Name = settings.IsHttps ? "__Host-kpusync" : "kpusync";
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.SameSite = SameSiteMode.Lax;
            cookie.Cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            cookie.LoginPath = ConsolePaths.SignIn;
            cookie.ReturnUrlParameter = ConsolePaths.ReturnParameter;

            // The session decides; the cookie only must not end before it.
            cookie.ExpireTimeSpan = settings.SessionMax;
            cookie.SlidingExpiration = false;
            cookie.Events.OnValidatePrincipal = context =>
            {
                var sessions = context.HttpContext.RequestServices.GetRequiredService<ConsoleSessions>();
                var id = ConsoleSignIn.SessionOf(context.Principal!);
                if (sessions.Find(id) is null)
                    context.RejectPrincipal();
                else if (!context.HttpContext.Request.Path.StartsWithSegments(Circuits, StringComparison.Ordinal))
                    sessions.Touch(id);
                return Task.CompletedTask;
            };
        });
        services.AddAuthorization(authorization => authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
        if (settings.OpenId is { } provider)
            AddOpenId(authentication, provider);
    }

    private static void AddOpenId(AuthenticationBuilder authentication, OpenIdSettings provider) => authentication.AddOpenIdConnect(openId =>
    {
        openId.Authority = provider.Authority;
        openId.ClientId = provider.ClientId;
        openId.ClientSecret = provider.ClientSecret.Length > 0 ? provider.ClientSecret : null;
        openId.RequireHttpsMetadata = !new Uri(provider.Authority).IsLoopback;
        openId.ResponseType = OpenIdConnectResponseType.Code;

        // A form that the provider's page posts here would come without the SameSite=Lax cookies.
        openId.ResponseMode = OpenIdConnectResponseMode.Query;
        openId.UsePkce = true;
        openId.SaveTokens = false;
        openId.MapInboundClaims = false;

        // A link from elsewhere must not end the cookie beside the session.
        openId.RemoteSignOutPath = default;
        openId.CallbackPath = "/masuk/oidc/kembali";
        openId.CorrelationCookie.SameSite = SameSiteMode.Lax;
        openId.NonceCookie.SameSite = SameSiteMode.Lax;
        openId.Events.OnTicketReceived = async context =>
        {
            if (await BeginAsync(context.Principal!, context.HttpContext) is { } session)
            {
                context.Principal = ConsoleSignIn.PrincipalOf(session);
                return;
            }

            context.Response.Redirect(ConsolePaths.SignInRefused);
            context.HandleResponse();
        };
        openId.Events.OnRemoteFailure = context =>
        {
            context.Response.Redirect(ConsolePaths.SignInRefused);
            context.HandleResponse();
            return Task.CompletedTask;
        };
    });

    // Null for whoever the provider knows but the console is not for, or was revoked here.
    private static async Task<ConsoleSession?> BeginAsync(ClaimsPrincipal person, HttpContext context)
    {
        var services = context.RequestServices;
        if (services.GetRequiredService<IIdentityReader>().CallerOf(person) is not { } caller || !ConsoleSignIn.IsFor(caller.Role))
            return null;
        var sessions = services.GetRequiredService<ConsoleSessions>();
        var session = sessions.Begin(caller, isOwn: false);
        if (await services.GetRequiredService<ICallGate>().RefusalOfAsync(session, context.RequestAborted) is null)
            return session;
        sessions.End(session.Id);
        return null;
    }
}
