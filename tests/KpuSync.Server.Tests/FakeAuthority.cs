using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KpuSync.Server.Tests;

/// <summary>An OpenID Connect authority in this process: its configuration, its keys, and tokens.</summary>
internal sealed class FakeAuthority : IAsyncDisposable
{
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "authority-key" };
    private readonly WebApplication _app = WebApplication.CreateSlimBuilder().Build();

    public string Address => _app.Urls.Single();

    public static async Task<FakeAuthority> StartAsync()
    {
        var authority = new FakeAuthority();
        authority._app.Urls.Add("http://127.0.0.1:0");
        authority._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new { issuer = authority.Address, jwks_uri = authority.Address + "/keys" }));
        authority._app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(authority._key);
            return Results.Json(new { keys = new[] { new { kty = "EC", use = "sig", alg = "ES256", kid = key.Kid, crv = key.Crv, x = key.X, y = key.Y } } });
        });
        await authority._app.StartAsync();
        return authority;
    }

    public string Issue(string audience, IDictionary<string, object> claims) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = audience,
        Expires = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime,
        Claims = claims,
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
