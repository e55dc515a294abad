namespace KpuSync.Server.Configuration;

/// <summary>How the key ring in the database is itself protected: section <c>KpuSync:KeyRing</c>.</summary>
public sealed class KeyRingOptions
{
    /// <summary>
    /// A PKCS #12 file whose key encrypts the key ring, so that a copy of the database alone opens no token and signs no credential. Empty: the key ring
    /// is only as safe as the database file.
    /// </summary>
    public string CertificateFile { get; set; } = "";

    /// <summary>Password of that file.</summary>
    public string CertificatePassword { get; set; } = "";
}
