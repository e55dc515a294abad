using KpuSync.Core.Access;
using KpuSync.Rules.Values;
using KpuSync.Server.Configuration;
using KpuSync.Storage.Access;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace KpuSync.Server.Access;

/// <summary>A credential as it is handed out, once: the server does not keep its text.</summary>
public sealed record IssuedCredential(string Id, OfficeCode Office, Role Role, int? Party, DateTimeOffset ExpiresAt, string Text);

/// <summary>Makes credentials for offices: JWTs signed by this server, for this deployment only.</summary>
public sealed class CredentialIssuer(SigningKeys keys, CredentialStore store, IOptions<ServerOptions> options, TimeProvider clock)
{
    /// <summary>The <c>iss</c> of the server's own credentials.</summary>
    public const string Issuer = "kpusync";

    /// <summary>The claim with the office.</summary>
    public const string OfficeClaim = "office";

    /// <summary>The claim with the role.</summary>
    public const string RoleClaim = "role";

    /// <summary>The claim with a party operator's party.</summary>
    public const string PartyClaim = "party";

    private static readonly JsonWebTokenHandler Handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <summary>Makes a credential and notes it down, so that it can be listed and revoked.</summary>
    /// <param name="office">The office that it speaks for.</param>
    /// <param name="role">What it may do.</param>
    /// <param name="party">For a party operator: its party, 1 to 99; null for all others.</param>
    /// <param name="lifetime">From now; negative makes one that is over already.</param>
    /// <param name="note">Who asked for it, 0 to 200 characters.</param>
    /// <param name="ct">Stops the writing.</param>
    public async Task<IssuedCredential> IssueAsync(OfficeCode office, Role role, int? party, TimeSpan lifetime, string note, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var row = new CredentialRow
        {
            Id = Guid.NewGuid().ToString("N"),
            Office = office.Value,
            Role = RoleNames.Of(role),
            Party = party,
            Note = note,
            IssuedAt = now,
            ExpiresAt = now + lifetime,
        };
        await store.AddAsync(row, ct);
        return new IssuedCredential(row.Id, office, role, party, row.ExpiresAt, Sign(row));
    }

    private string Sign(CredentialRow row) => Handler.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = options.Value.Deployment,
        IssuedAt = row.IssuedAt.UtcDateTime,
        Expires = row.ExpiresAt.UtcDateTime,
        Claims = ClaimsOf(row),
        SigningCredentials = new SigningCredentials(keys.Current, SecurityAlgorithms.EcdsaSha256),
    });

    private static Dictionary<string, object> ClaimsOf(CredentialRow row)
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Jti] = row.Id,
            [JwtRegisteredClaimNames.Sub] = row.Office,
            [OfficeClaim] = row.Office,
            [RoleClaim] = row.Role,
        };
        if (row.Party is { } party)
            claims[PartyClaim] = party;
        return claims;
    }
}
