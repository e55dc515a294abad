namespace KpuSync.Core.Tokens;

/// <summary>What became of a token that was to be opened.</summary>
public enum SealedTokenState
{
    /// <summary>Authentic.</summary>
    Opened,

    /// <summary>Not of the form that this service gives out.</summary>
    Malformed,

    /// <summary>Forged, or sealed with a key that is gone.</summary>
    Unreadable,
}

/// <summary>Makes tokens opaque and proof against change. The key belongs to the deployment, so that every server reads every token.</summary>
public interface ITokenSealer
{
    /// <summary>Seals a payload into text.</summary>
    string Seal(ReadOnlySpan<byte> payload);

    /// <summary>Opens a token.</summary>
    SealedTokenState TryOpen(string token, out byte[] payload);
}
