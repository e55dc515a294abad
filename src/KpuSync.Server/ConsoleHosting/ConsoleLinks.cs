using System.Security.Cryptography;
using System.Text;
using KpuSync.Console.Access;
using KpuSync.Console.Hosting;
using KpuSync.Core.Access;
using KpuSync.Rules.Values;
using KpuSync.Server.Access;
using KpuSync.Server.Configuration;
using KpuSync.Server.Hosting;
using KpuSync.Storage.Access;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.ConsoleHosting;

/// <summary>A one-time sign-in link, as it is handed out.</summary>
public sealed record ConsoleLink(string Url, DateTimeOffset ExpiresAt);

/// <summary>
/// One-time sign-in links. A link is a row among the credentials whose id is the hash of the link's code: it can be listed and revoked like them, a copy of the
/// database lets nobody sign in, and no token ever carries such an id. Whoever signs in gets a credential of their own, which stands in the ledger and the
/// trail as the actor, and whose revocation ends the session.
/// </summary>
public sealed class ConsoleLinks(CredentialStore credentials, CredentialIssuer issuer, ServerAddresses addresses, IOptions<ServerOptions> options, TimeProvider clock)
    : ISignInLinks
{
    private const int CodeBytes = 20;
    private const string LinkNote = "console link";
    private const string SessionNote = "console session";

    /// <summary>Makes a link.</summary>
    public async Task<ConsoleLink> IssueAsync(OfficeCode office, Role role, CancellationToken ct)
    {
        var console = options.Value.Console;
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(CodeBytes));
        var now = clock.GetUtcNow();
        var row = new CredentialRow
        {
            Id = IdOf(code),
            Office = office.Value,
            Role = RoleNames.Of(role),
            Note = LinkNote,
            IssuedAt = now,
            ExpiresAt = now + console.LinkLifetime,
        };
        await credentials.AddAsync(row, ct);
        return new ConsoleLink(ConsolePaths.SignInLink(AddressOf(console), code), row.ExpiresAt);
    }

    /// <inheritdoc/>
    public async Task<Caller?> RedeemAsync(string code, TimeSpan sessionMax, CancellationToken ct)
    {
        var id = IdOf(code);
        if (await credentials.FindAsync(id, ct) is not { Note: LinkNote } link || !RoleNames.TryParse(link.Role, out var role)
            || !await credentials.TryUseUpAsync(id, clock.GetUtcNow(), ct))
        {
            return null;
        }

        var session = await issuer.IssueAsync(OfficeCode.Parse(link.Office), role, party: null, sessionMax, SessionNote, ct);
        return new Caller(session.Id, role, session.Office);
    }

    // A command beside a running server does not know on which port it listens, only what it was told.
    private string AddressOf(ConsoleOptions console) =>
        console.PublicAddress.Length > 0 ? console.PublicAddress.TrimEnd('/') : addresses.Console ?? console.Address.TrimEnd('/');

    private static string IdOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
