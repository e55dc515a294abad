using System.Security.Claims;
using KpuSync.Console.Access;
using KpuSync.Core.Access;
using KpuSync.Server.Access;

namespace KpuSync.Server.ConsoleHosting;

/// <summary>Reads identities by the claims that the API takes.</summary>
public sealed class ConsoleIdentities(CredentialReader reader) : IIdentityReader
{
    /// <inheritdoc/>
    public Caller? CallerOf(ClaimsPrincipal principal) => reader.CallerOf(principal);
}
