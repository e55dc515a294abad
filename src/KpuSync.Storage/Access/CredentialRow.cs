namespace KpuSync.Storage.Access;

/// <summary>A credential that this server issued, or a subject that it refuses. The credential itself is not kept: its id is enough to revoke it.</summary>
public sealed class CredentialRow
{
    /// <summary>Most characters of an id.</summary>
    public const int IdCharactersMax = 64;

    /// <summary>The role of a row that stands for a subject of an authority, of no office: it only revokes.</summary>
    public const string SubjectRole = "subject";

    /// <summary>The <c>jti</c> of the credential; of an authority's token its subject.</summary>
    public required string Id { get; init; }

    /// <summary>The office that it speaks for.</summary>
    public required string Office { get; init; }

    /// <summary>The role, as it stands in the credential.</summary>
    public required string Role { get; init; }

    /// <summary>The party of a party operator; null for others.</summary>
    public int? Party { get; init; }

    /// <summary>Who asked for it, or for which computer; 0 to 200 characters.</summary>
    public required string Note { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was revoked; null while it holds.</summary>
    public DateTimeOffset? RevokedAt { get; set; }
}
