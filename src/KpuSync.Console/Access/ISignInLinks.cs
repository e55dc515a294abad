using KpuSync.Core.Access;

namespace KpuSync.Console.Access;

/// <summary>The one-time sign-in links of the server.</summary>
public interface ISignInLinks
{
    /// <summary>Takes a code, which is then used up.</summary>
    /// <param name="code">The code.</param>
    /// <param name="sessionMax">How long whoever signs in with it may stay.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Who signs in, under a credential of its own; null if the code is unknown, used or over.</returns>
    Task<Caller?> RedeemAsync(string code, TimeSpan sessionMax, CancellationToken ct);
}
