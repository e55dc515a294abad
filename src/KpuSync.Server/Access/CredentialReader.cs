using System.Globalization;
using System.Security.Claims;
using KpuSync.Core;
using KpuSync.Core.Access;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Values;
using KpuSync.Server.Configuration;
using KpuSync.Server.Errors;
using KpuSync.Storage.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;

namespace KpuSync.Server.Access;

/// <summary>Reads the caller out of what the bearer authentication found.</summary>
public sealed class CredentialReader(IOptions<ServerOptions> options)
{
    /// <returns>The ticket, or why there is none; exactly one of them.</returns>
    public (CredentialTicket? Ticket, SyncError? Refusal) Read(HttpContext context)
    {
        var result = context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult;
        if (result is { Succeeded: true })
            return TicketOf(result.Principal) is { } ticket ? (ticket, null) : (null, Refusals.CredentialInvalid);

        var sent = result?.Failure is not null || context.Request.Headers.Authorization.Count > 0;
        return (null, sent ? Refusals.CredentialInvalid : Refusals.CredentialMissing);
    }

    /// <returns>Who the claims of a verified token name; null if they name no office and role.</returns>
    public Caller? CallerOf(ClaimsPrincipal principal)
    {
        var own = IsOwn(principal);
        var names = options.Value.Credentials;
        var office = principal.FindFirstValue(own ? CredentialIssuer.OfficeClaim : names.OfficeClaim);
        var role = principal.FindFirstValue(own ? CredentialIssuer.RoleClaim : names.RoleClaim);

        // Of an authority's token the subject is taken: a person stays the same from one token to the next, in the trail and when revoked.
        var id = (own ? null : principal.FindFirstValue(JwtRegisteredClaimNames.Sub)) ?? principal.FindFirstValue(JwtRegisteredClaimNames.Jti);
        if (!OfficeCode.TryParse(office, out var code) || !RoleNames.TryParse(role, out var known) || id is not { Length: > 0 and <= CredentialRow.IdCharactersMax })
            return null;
        var party = PartyOf(principal.FindFirstValue(own ? CredentialIssuer.PartyClaim : names.PartyClaim));
        // Only a party operator speaks for a party, and it must say for which.
        if (known is Role.PartyOperator && party is null)
            return null;

        return new Caller(id, known, code, known is Role.PartyOperator ? party : null);
    }

    private CredentialTicket? TicketOf(ClaimsPrincipal principal) =>
        CallerOf(principal) is { } caller
        && long.TryParse(principal.FindFirstValue(JwtRegisteredClaimNames.Exp), NumberStyles.None, CultureInfo.InvariantCulture, out var expires)
            ? new CredentialTicket(caller, IsOwn(principal), DateTimeOffset.FromUnixTimeSeconds(expires))
            : null;

    private static bool IsOwn(ClaimsPrincipal principal) => principal.FindFirstValue(JwtRegisteredClaimNames.Iss) == CredentialIssuer.Issuer;

    private static int? PartyOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var party) && PartyNumber.IsValid(party) ? party : null;
}
