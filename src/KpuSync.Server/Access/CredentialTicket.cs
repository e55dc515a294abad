using KpuSync.Core.Access;

namespace KpuSync.Server.Access;

/// <summary>A caller whose credential was verified at the start of the call.</summary>
/// <param name="Caller">Who calls.</param>
/// <param name="Own">True if this server issued the credential; then its row must be there.</param>
/// <param name="ExpiresAt">When the credential's time is over.</param>
public sealed record CredentialTicket(Caller Caller, bool Own, DateTimeOffset ExpiresAt);
