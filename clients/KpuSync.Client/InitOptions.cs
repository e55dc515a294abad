namespace KpuSync.Client;

/// <summary>Sets up an installation, or gives an existing one another server address or credential.</summary>
public sealed record InitOptions
{
    /// <summary>Address of the server, for example <c>https://sync.example.id:5001</c>. Null keeps the one that is set.</summary>
    public Uri? Server { get; init; }

    /// <summary>
    /// The office, a 4-digit Kemendagri code. Null keeps the one that is set, or takes the one that the credential names; an installation never changes its office.
    /// </summary>
    public string? Office { get; init; }

    /// <summary>The credential's text. Null keeps the one that is set.</summary>
    public string? Credential { get; init; }

    /// <summary>
    /// Take a new producer id and rebuild the baseline from the server's ledger: for a new or replaced computer, and after
    /// <see cref="InstallationForkedException"/>. Batches that still wait in the outbox are set aside; push the complete export afterwards.
    /// </summary>
    public bool FromServer { get; init; }
}
