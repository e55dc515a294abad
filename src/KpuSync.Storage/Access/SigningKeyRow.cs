namespace KpuSync.Storage.Access;

/// <summary>A key that signs credentials, sealed with the key ring.</summary>
public sealed class SigningKeyRow
{
    /// <summary>The <c>kid</c> in the credentials that it signed.</summary>
    public required string Id { get; init; }

    /// <summary>The private key, PKCS #8, protected by Data Protection.</summary>
    public required byte[] SealedKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
}
