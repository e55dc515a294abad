using System.Security.Claims;
using KpuSync.Core.Access;

namespace KpuSync.Console.Access;

/// <summary>Reads who somebody is out of what the OpenID Connect provider said, by the same claims as for the API.</summary>
public interface IIdentityReader
{
    /// <returns>Null if the claims name no office and role.</returns>
    Caller? CallerOf(ClaimsPrincipal principal);
}
