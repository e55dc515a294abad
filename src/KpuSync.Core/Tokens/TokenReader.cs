using KpuSync.Contracts.V1;

namespace KpuSync.Core.Tokens;

/// <summary>Opens tokens and says, typed, why one cannot be used.</summary>
public sealed class TokenReader(ITokenSealer sealer)
{
    /// <summary>Seals a token.</summary>
    public string Write(SyncToken token) => sealer.Seal(token.Encode());

    /// <summary>Opens a token for one use and scope.</summary>
    public Result<SyncToken> Read(string text, TokenUse use, string scope)
    {
        switch (sealer.TryOpen(text, out var payload))
        {
            case SealedTokenState.Malformed:
                return SyncError.Of(ErrorReason.TokenMalformed);
            case SealedTokenState.Unreadable:
                return SyncError.Of(ErrorReason.TokenUnreadable);
        }

        var token = SyncToken.Decode(payload);
        if (token is null)
            return SyncError.Of(ErrorReason.TokenUnreadable);
        return token.Use == use && token.Scope == scope ? token : SyncError.Of(ErrorReason.TokenOtherOffice);
    }
}
