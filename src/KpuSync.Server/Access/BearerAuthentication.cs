using KpuSync.Server.Configuration;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KpuSync.Server.Access;

/// <summary>Bearer authentication: the server's own credentials, and those of an OpenID Connect authority if one is set.</summary>
public static class BearerAuthentication
{
    private const string ChooserScheme = "Chooser";
    private const string OwnScheme = "Own";
    private const string AuthorityScheme = "Authority";

    public static IServiceCollection AddBearerAuthentication(this IServiceCollection services, CredentialOptions credentials, string deployment)
    {
        var authentication = services.AddAuthentication(ChooserScheme)
            .AddPolicyScheme(ChooserScheme, null, chooser => chooser.ForwardDefaultSelector = context =>
                credentials.Authority.Length == 0 || IsOwn(context.Request.Headers.Authorization.ToString()) ? OwnScheme : AuthorityScheme)
            .AddJwtBearer(OwnScheme, _ => { });
        services.AddOptions<JwtBearerOptions>(OwnScheme).Configure<SigningKeys, TimeProvider>((bearer, keys, clock) =>
        {
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters = Common(clock, deployment);
            bearer.TokenValidationParameters.ValidIssuer = CredentialIssuer.Issuer;
            bearer.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256];
            bearer.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys.All;
        });
        if (credentials.Authority.Length == 0)
            return services;

        authentication.AddJwtBearer(AuthorityScheme, bearer =>
        {
            bearer.Authority = credentials.Authority;
            // Keys that came over an open line could be anybody's; only this very machine is trusted without TLS.
            bearer.RequireHttpsMetadata = !new Uri(credentials.Authority).IsLoopback;
        });
        services.AddOptions<JwtBearerOptions>(AuthorityScheme).Configure<TimeProvider>((bearer, clock) =>
        {
            bearer.MapInboundClaims = false;
            bearer.TokenValidationParameters = Common(clock, credentials.Audience.Length > 0 ? credentials.Audience : deployment);
        });
        return services;
    }

    private static TokenValidationParameters Common(TimeProvider clock, string audience) => new()
    {
        ValidAudience = audience,
        RequireSignedTokens = true,
        // Only the beginning is judged here. The end is judged by CredentialGuard, for each batch of a long stream too, and with an error of its own.
        LifetimeValidator = (notBefore, _, _, _) => notBefore is null || notBefore <= clock.GetUtcNow().UtcDateTime.AddMinutes(1),
    };

    // Unverified: it only chooses who verifies.
    private static bool IsOwn(string header)
    {
        const string prefix = "Bearer ";
        if (!header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            return true;

        var handler = new JsonWebTokenHandler();
        var text = header[prefix.Length..].Trim();
        return handler.CanReadToken(text) && TryIssuerOf(handler, text) == CredentialIssuer.Issuer;
    }

    private static string? TryIssuerOf(JsonWebTokenHandler handler, string text)
    {
        try
        {
            return handler.ReadJsonWebToken(text).Issuer;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
