using System.Buffers.Text;
using System.Security.Cryptography;
using KpuSync.Core.Tokens;
using Microsoft.AspNetCore.DataProtection;

namespace KpuSync.Server.Access;

/// <summary>Seals sync tokens with the deployment's key ring, so that every server reads every token and tokens outlive restarts.</summary>
/// <remarks>The text is <c>v1.</c> and the sealed bytes in base64url.</remarks>
public sealed class TokenSealer(IDataProtectionProvider protection) : ITokenSealer
{
    private const string Version = "v1.";

    private readonly IDataProtector _protector = protection.CreateProtector("KpuSync.SyncToken.v1");

    public string Seal(ReadOnlySpan<byte> payload) => Version + Base64Url.EncodeToString(_protector.Protect(payload.ToArray()));

    public SealedTokenState TryOpen(string token, out byte[] payload)
    {
        payload = [];
        if (!token.StartsWith(Version, StringComparison.Ordinal) || token.Length == Version.Length || !Base64Url.IsValid(token.AsSpan(Version.Length)))
            return SealedTokenState.Malformed;

        try
        {
            payload = _protector.Unprotect(Base64Url.DecodeFromChars(token.AsSpan(Version.Length)));
            return SealedTokenState.Opened;
        }
        catch (CryptographicException)
        {
            return SealedTokenState.Unreadable;
        }
    }
}
