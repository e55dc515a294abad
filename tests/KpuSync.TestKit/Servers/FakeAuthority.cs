using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KpuSync.TestKit.Servers;

/// <summary>An OpenID Connect authority in this process: its configuration, its keys, tokens, and the authorization code flow with PKCE.</summary>
public sealed class FakeAuthority : IAsyncDisposable
{
    private readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "authority-key" };
    private readonly WebApplication _app = WebApplication.CreateSlimBuilder().Build();
    private readonly ConcurrentDictionary<string, Asked> _codes = new();

    /// <summary>Where it is.</summary>
    public string Address => _app.Urls.Single();

    /// <summary>The claims of whoever sits before the browser: it asks for no password.</summary>
    public IReadOnlyDictionary<string, object> Person { get; set; } = new Dictionary<string, object>();

    /// <summary>Starts one.</summary>
    public static async Task<FakeAuthority> StartAsync()
    {
        var authority = new FakeAuthority();
        authority._app.Urls.Add("http://127.0.0.1:0");
        authority._app.MapGet("/.well-known/openid-configuration", () => Results.Json(new
        {
            issuer = authority.Address,
            jwks_uri = authority.Address + "/keys",
            authorization_endpoint = authority.Address + "/authorize",
            token_endpoint = authority.Address + "/token",
        }));
        authority._app.MapGet("/keys", () =>
        {
            var key = JsonWebKeyConverter.ConvertFromECDsaSecurityKey(authority._key);
            return Results.Json(new { keys = new[] { new { kty = "EC", use = "sig", alg = "ES256", kid = key.Kid, crv = key.Crv, x = key.X, y = key.Y } } });
        });
        authority._app.MapGet("/authorize", authority.Authorize);
        authority._app.MapPost("/token", authority.RedeemAsync);
        await authority._app.StartAsync();
        return authority;
    }

    /// <summary>A token of the authority.</summary>
    public string Issue(string audience, IDictionary<string, object> claims) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Address,
        Audience = audience,
        Expires = TimeProvider.System.GetUtcNow().AddHours(1).UtcDateTime,
        Claims = claims,
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.EcdsaSha256),
    });

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpRequest request)
    {
        var query = request.Query;
        if (query["response_type"] != "code" || query["code_challenge_method"] != "S256")
            return Results.BadRequest();
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = new Asked(query["client_id"].ToString(), query["nonce"].ToString(), query["code_challenge"].ToString());
        return Results.Redirect(QueryHelpers.AddQueryString(
            query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"].ToString() }));
    }

    private async Task<IResult> RedeemAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"].ToString(), out var asked) || form["client_id"] != asked.ClientId
            || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != asked.Challenge)
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
        }

        var token = Issue(asked.ClientId, new Dictionary<string, object>(Person) { ["nonce"] = asked.Nonce });
        return Results.Json(new { access_token = "unused", token_type = "Bearer", expires_in = 3600, id_token = token });
    }

    private sealed record Asked(string ClientId, string Nonce, string Challenge);
}
