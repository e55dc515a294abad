using System.Security.Cryptography;
using KpuSync.Storage.Access;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Tokens;

namespace KpuSync.Server.Access;

/// <summary>The server's own ES256 keys. The first start makes one; it stays in the database, sealed with the key ring.</summary>
public sealed class SigningKeys(SigningKeyStore store, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("KpuSync.SigningKey.v1");
    private List<ECDsaSecurityKey> _keys = [];

    /// <summary>The key that signs; the others still verify.</summary>
    public SecurityKey Current => _keys[0];

    public IReadOnlyCollection<SecurityKey> All => _keys;

    /// <summary>Reads the keys, and makes the first. Called once, before anything is signed or verified.</summary>
    /// <exception cref="CryptographicException">The key ring cannot open them: another server's, or its certificate is missing.</exception>
    public async Task LoadAsync(CancellationToken ct)
    {
        var rows = await store.ListAsync(ct);
        if (rows.Count == 0)
        {
            await store.AddAsync(New(), ct);
            // Two processes may have met here; both then read the same order.
            rows = await store.ListAsync(ct);
        }

        _keys = [.. rows.Select(Open)];
    }

    private SigningKeyRow New()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new SigningKeyRow
        {
            Id = Guid.NewGuid().ToString("N"),
            SealedKey = _protector.Protect(key.ExportPkcs8PrivateKey()),
            CreatedAt = clock.GetUtcNow(),
        };
    }

    private ECDsaSecurityKey Open(SigningKeyRow row)
    {
        var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(_protector.Unprotect(row.SealedKey), out _);
        return new ECDsaSecurityKey(key) { KeyId = row.Id };
    }
}
