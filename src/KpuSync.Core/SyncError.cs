using KpuSync.Contracts.V1;

namespace KpuSync.Core;

/// <summary>Why a call is refused. A value: refusals are expected; only bugs throw.</summary>
/// <param name="Reason">Stable reason, in both languages in docs/errors.md.</param>
/// <param name="Metadata">Values that the caller needs, for example <c>limit</c> and <c>actual</c>. Never personal data.</param>
public sealed record SyncError(ErrorReason Reason, IReadOnlyDictionary<string, string> Metadata)
{
    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>();

    /// <summary>A refusal without values.</summary>
    public static SyncError Of(ErrorReason reason) => new(reason, NoMetadata);

    /// <summary>A refusal with values.</summary>
    public static SyncError Of(ErrorReason reason, params ReadOnlySpan<(string Name, string Value)> metadata)
    {
        var values = new Dictionary<string, string>(metadata.Length);
        foreach (var (name, value) in metadata)
            values[name] = value;
        return new SyncError(reason, values);
    }

    /// <summary>A malformed field of the request itself.</summary>
    public static SyncError RequestInvalid(string field) => Of(ErrorReason.RequestInvalid, ("field", field));
}
