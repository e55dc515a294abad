using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core;
using KpuSync.Rules.Registry;

namespace KpuSync.Server.Errors;

/// <summary>Turns a refusal into a gRPC status with its details. The only class that knows gRPC status codes.</summary>
public static class GrpcErrors
{
    /// <summary><c>ErrorInfo.domain</c> of every error.</summary>
    public const string Domain = "kpusync";

    /// <summary>The refusal as what gRPC throws.</summary>
    public static RpcException ToException(SyncError error, Language language) => StatusOf(error, language).ToRpcException();

    /// <summary>The caller went away or its deadline passed. Nobody may be listening any more.</summary>
    public static RpcException Cancelled(ServerCallContext context, TimeProvider clock) => context.Deadline <= clock.GetUtcNow().UtcDateTime
        ? new RpcException(new Grpc.Core.Status(StatusCode.DeadlineExceeded, "The deadline passed. The outcome is unknown: call again with the same content."))
        : new RpcException(new Grpc.Core.Status(StatusCode.Cancelled, "The call was cancelled."));

    /// <summary>Answers a call that was refused before its message was read.</summary>
    public static void Answer(HttpContext context, SyncError error)
    {
        context.Response.StatusCode = StatusCodes.Status200OK;
        context.Response.ContentType = "application/grpc";
        // A status without messages stands in the headers ("Trailers-Only" in the gRPC protocol).
        Fill(context.Response.Headers, error, CallLanguage.Of(context.Request));
    }

    /// <summary>Writes the refusal into headers or trailers.</summary>
    public static void Fill(IHeaderDictionary headers, SyncError error, Language language)
    {
        var status = StatusOf(error, language);
        headers["grpc-status"] = status.Code.ToString(CultureInfo.InvariantCulture);
        headers["grpc-message"] = Uri.EscapeDataString(status.Message);
        headers["grpc-status-details-bin"] = Convert.ToBase64String(status.ToByteArray());
    }

    /// <summary>The status code of a reason, as the contract's comments give it.</summary>
    public static StatusCode CodeOf(ErrorReason reason) => reason switch
    {
        ErrorReason.RequestInvalid or ErrorReason.BatchEmpty or ErrorReason.TokenMalformed or ErrorReason.TokenOtherOffice or ErrorReason.TokenUnreadable
            or ErrorReason.VerificationInvalid
            => StatusCode.InvalidArgument,
        ErrorReason.CredentialMissing or ErrorReason.CredentialInvalid or ErrorReason.CredentialExpired or ErrorReason.CredentialRevoked
            => StatusCode.Unauthenticated,
        ErrorReason.RoleNotAllowed or ErrorReason.OfficeNotGranted or ErrorReason.RangeNotGranted or ErrorReason.CaseNotGranted
            => StatusCode.PermissionDenied,
        ErrorReason.DeploymentMismatch or ErrorReason.ContractVersionUnsupported or ErrorReason.SequenceGap or ErrorReason.Forked or ErrorReason.BatchIdReused
            or ErrorReason.HoldNotOpen or ErrorReason.HoldWaits or ErrorReason.HoldNotVerifiable or ErrorReason.ClaimNotOpen or ErrorReason.CaseSideNotActive
            or ErrorReason.RecapPeriodNotEnded or ErrorReason.RecapPeriodClosed or ErrorReason.RecapOfficesOpen or ErrorReason.RecapPeriodNotClosed or ErrorReason.RecapClosedAbove
            or ErrorReason.FailedSelectionEmpty or ErrorReason.FailedSelectionChanged
            => StatusCode.FailedPrecondition,
        ErrorReason.BatchTooManyChanges or ErrorReason.BatchTooLarge or ErrorReason.RateLimited
            => StatusCode.ResourceExhausted,
        ErrorReason.ReceiptNotFound or ErrorReason.HoldNotFound or ErrorReason.ClaimNotFound or ErrorReason.CaseNotFound
            or ErrorReason.FailedBatchNotFound or ErrorReason.FailedJobNotFound
            => StatusCode.NotFound,
        ErrorReason.CaseChanged or ErrorReason.FailedJobRunning => StatusCode.Aborted,
        ErrorReason.TokenAhead or ErrorReason.TokenOtherEpoch or ErrorReason.TokenTooOld or ErrorReason.RecapBeforeFirstEntry => StatusCode.OutOfRange,
        ErrorReason.StorageUnavailable or ErrorReason.ServerStopping => StatusCode.Unavailable,
        _ => StatusCode.Internal,
    };

    private static Google.Rpc.Status StatusOf(SyncError error, Language language)
    {
        // The writer serves many calls at once and knows none of their ids; its log tells what failed.
        if (error.Reason is ErrorReason.Internal && error.Metadata.Count == 0)
            error = Refusals.Internal("writer");

        var info = new ErrorInfo { Reason = SyncErrors.Of(error.Reason).Code, Domain = Domain };
        foreach (var (key, value) in error.Metadata)
            info.Metadata.Add(key, value);

        var status = new Google.Rpc.Status { Code = (int)CodeOf(error.Reason), Message = $"{info.Reason}: {SyncErrors.TextOf(error.Reason, error.Metadata, Language.English)}" };
        status.Details.Add(Any.Pack(info));
        status.Details.Add(Any.Pack(new LocalizedMessage { Locale = Languages.Tag(language), Message = SyncErrors.TextOf(error.Reason, error.Metadata, language) }));
        if (RetryDelayOf(error.Reason) is { } delay)
            status.Details.Add(Any.Pack(new RetryInfo { RetryDelay = Duration.FromTimeSpan(delay) }));
        return status;
    }

    private static TimeSpan? RetryDelayOf(ErrorReason reason) => reason switch
    {
        ErrorReason.RateLimited => TimeSpan.FromSeconds(1),
        ErrorReason.StorageUnavailable => TimeSpan.FromSeconds(2),
        ErrorReason.ServerStopping => TimeSpan.FromSeconds(5),
        _ => null,
    };
}
