using Grpc.Core;
using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>The server refused a call.</summary>
public class SyncException : KpuSyncException
{
    /// <summary>Creates it.</summary>
    public SyncException(
        ErrorReason reason,
        string code,
        LocalizedText text,
        StatusCode status,
        IReadOnlyDictionary<string, string>? metadata = null,
        Exception? inner = null)
        : base(code, text, inner)
    {
        Reason = reason;
        Status = status;
        Metadata = metadata ?? new Dictionary<string, string>();
    }

    /// <summary>Why; <see cref="ErrorReason.Unspecified"/> if the answer did not say.</summary>
    public ErrorReason Reason { get; }

    /// <summary>The gRPC status of the answer.</summary>
    public StatusCode Status { get; }

    /// <summary>Values of the reason, for example <c>limit</c> and <c>actual</c>.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }
}
