using KpuSync.Core;
using KpuSync.Core.Access;

namespace KpuSync.Console.Access;

/// <summary>The credentials that the server issued.</summary>
public interface ICredentialDesk
{
    /// <summary>Those of a range, newest first.</summary>
    Task<Result<IReadOnlyList<CredentialView>>> ListAsync(Caller caller, string range, CancellationToken ct);

    /// <summary>Makes one. Its text is answered here and kept nowhere.</summary>
    Task<Result<IssuedText>> IssueAsync(Caller caller, CredentialWish wish, CancellationToken ct);

    /// <summary>Revokes one, at once.</summary>
    /// <returns>False if it was revoked before.</returns>
    Task<Result<bool>> RevokeAsync(Caller caller, string id, CancellationToken ct);
}

/// <summary>A credential without its text.</summary>
public sealed record CredentialView(
    string Id, string Office, Role Role, int? Party, string Note, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt, DateTimeOffset? RevokedAt);

/// <summary>What somebody asks for.</summary>
/// <param name="Office">Office, province or centre.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Party">For a party operator: its party.</param>
/// <param name="Days">How long it holds, 1 to 3650.</param>
/// <param name="Note">For whom or which computer, 0 to 200 characters.</param>
public sealed record CredentialWish(string Office, Role Role, int? Party, int Days, string Note);

/// <summary>A new credential with its text.</summary>
public sealed record IssuedText(string Id, string Text, DateTimeOffset ExpiresAt);
