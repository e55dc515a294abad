using Google.Rpc;
using Grpc.Core;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Push;

/// <summary>Whether a failed call is worth trying again.</summary>
internal enum FailureKind
{
    /// <summary>The same call will fail the same way: somebody has to do something first.</summary>
    Permanent,

    /// <summary>It passes by itself: try again with back-off.</summary>
    Transient,

    /// <summary>Nobody knows; a few tries show it.</summary>
    Unknown,
}

/// <summary>The one place that knows what gRPC status codes and error reasons mean for a client.</summary>
internal static class RpcErrors
{
    public static ErrorReason ReasonOf(RpcException e)
    {
        var reason = e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Reason;
        return reason is not null && Enum.TryParse<ErrorReason>(reason.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var known)
            ? known
            : ErrorReason.Unspecified;
    }

    public static IReadOnlyDictionary<string, string> MetadataOf(RpcException e) =>
        e.GetRpcStatus()?.GetDetail<ErrorInfo>()?.Metadata is { } map ? new Dictionary<string, string>(map) : new Dictionary<string, string>();

    public static FailureKind KindOf(RpcException e) => (e.StatusCode, ReasonOf(e)) switch
    {
        (_, ErrorReason.RateLimited or ErrorReason.StorageUnavailable or ErrorReason.ServerStopping) => FailureKind.Transient,
        (_, ErrorReason.Internal) => FailureKind.Unknown,
        (_, not ErrorReason.Unspecified) => FailureKind.Permanent,
        (StatusCode.Unavailable or StatusCode.DeadlineExceeded or StatusCode.Aborted or StatusCode.ResourceExhausted, _) => FailureKind.Transient,

        // A stream that was cut shows as one of these, without a reason from the server.
        (StatusCode.Internal or StatusCode.Unknown or StatusCode.Cancelled or StatusCode.DataLoss, _) => FailureKind.Unknown,
        _ => FailureKind.Permanent,
    };

    /// <summary>How long the server asks to wait; null if it does not say.</summary>
    public static TimeSpan? RetryDelayOf(RpcException e) => e.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan();

    public static bool IsLimit(RpcException e) => ReasonOf(e) is ErrorReason.BatchTooLarge or ErrorReason.BatchTooManyChanges;

    public static bool IsBadToken(RpcException e) =>
        ReasonOf(e) is ErrorReason.TokenMalformed or ErrorReason.TokenOtherOffice or ErrorReason.TokenUnreadable or ErrorReason.TokenTooOld;

    public static bool IsAheadToken(RpcException e) => ReasonOf(e) is ErrorReason.TokenAhead or ErrorReason.TokenOtherEpoch;

    /// <summary>The exception that the caller of the library sees.</summary>
    public static SyncException ToException(RpcException e, string ownDeployment)
    {
        var reason = ReasonOf(e);
        var metadata = MetadataOf(e);
        var code = reason == ErrorReason.Unspecified ? $"GRPC_{e.StatusCode.ToString().ToUpperInvariant()}" : CodeOf(e);
        var text = TextOf(e);
        switch (reason)
        {
            case ErrorReason.DeploymentMismatch:
                return ClientTexts.DeploymentMismatch(ownDeployment, metadata.GetValueOrDefault("deployment", "?"));
            case ErrorReason.Forked:
                return ClientTexts.Forked(e);
            case ErrorReason.CredentialMissing or ErrorReason.CredentialInvalid or ErrorReason.CredentialExpired or ErrorReason.CredentialRevoked
                or ErrorReason.RoleNotAllowed or ErrorReason.OfficeNotGranted or ErrorReason.RangeNotGranted:
                return new NotAllowedException(reason, code, text, e.StatusCode, metadata, e);
            default:
                break;
        }

        if (e.StatusCode is StatusCode.Unauthenticated or StatusCode.PermissionDenied)
            return new NotAllowedException(reason, code, text, e.StatusCode, metadata, e);
        return KindOf(e) == FailureKind.Permanent
            ? new SyncException(reason, code, text, e.StatusCode, metadata, e)
            : new ServerUnreachableException(reason, reason == ErrorReason.Unspecified ? "SERVER_UNREACHABLE" : code, UnreachableText(e, text), e.StatusCode, e);
    }

    private static LocalizedText UnreachableText(RpcException e, LocalizedText said) =>
        e.GetRpcStatus()?.GetDetail<LocalizedMessage>() is null
            ? ClientTexts.Unreachable
            : new LocalizedText($"{said.Indonesian} {ClientTexts.Waits.Indonesian}", $"{said.English} {ClientTexts.Waits.English}");

    private static string CodeOf(RpcException e) => e.GetRpcStatus()!.GetDetail<ErrorInfo>()!.Reason;

    private static LocalizedText TextOf(RpcException e)
    {
        var said = e.GetRpcStatus()?.GetDetail<LocalizedMessage>()?.Message;
        return string.IsNullOrEmpty(said) ? new LocalizedText(e.Status.Detail, e.Status.Detail) : new LocalizedText(said, said);
    }
}
