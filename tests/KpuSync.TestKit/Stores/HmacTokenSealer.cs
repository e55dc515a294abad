using System.Security.Cryptography;
using KpuSync.Core.Tokens;

namespace KpuSync.TestKit.Stores;

/// <summary>Seals tokens with a key in memory: what a deployment's key ring does, without a host.</summary>
public sealed class HmacTokenSealer(byte[] key) : ITokenSealer
{
    public HmacTokenSealer()
        : this(RandomNumberGenerator.GetBytes(32))
    {
    }

    public string Seal(ReadOnlySpan<byte> payload) =>
        "t." + Convert.ToBase64String([.. HMACSHA256.HashData(key, payload), .. payload]);

    public SealedTokenState TryOpen(string token, out byte[] payload)
    {
        payload = [];
        var sealedBytes = new byte[token.Length];
        if (!token.StartsWith("t.", StringComparison.Ordinal) || !Convert.TryFromBase64String(token[2..], sealedBytes, out var length) || length < 32)
            return SealedTokenState.Malformed;
        payload = sealedBytes[32..length];
        return CryptographicOperations.FixedTimeEquals(sealedBytes.AsSpan(0, 32), HMACSHA256.HashData(key, payload))
            ? SealedTokenState.Opened
            : SealedTokenState.Unreadable;
    }
}
