using KpuSync.Contracts.V1;
using KpuSync.Core;

namespace KpuSync.Server.Errors;

/// <summary>The refusals that the host itself makes; those about batches and tokens are Core's.</summary>
public static class Refusals
{
    public static SyncError CredentialMissing { get; } = SyncError.Of(ErrorReason.CredentialMissing);

    public static SyncError CredentialInvalid { get; } = SyncError.Of(ErrorReason.CredentialInvalid);

    public static SyncError CredentialExpired { get; } = SyncError.Of(ErrorReason.CredentialExpired);

    public static SyncError CredentialRevoked { get; } = SyncError.Of(ErrorReason.CredentialRevoked);

    public static SyncError RateLimited { get; } = SyncError.Of(ErrorReason.RateLimited);

    public static SyncError ServerStopping { get; } = SyncError.Of(ErrorReason.ServerStopping);

    public static SyncError StorageUnavailable { get; } = SyncError.Of(ErrorReason.StorageUnavailable);

    public static SyncError Invalid(string field) => SyncError.RequestInvalid(field);

    public static SyncError OtherDeployment(string own) => SyncError.Of(ErrorReason.DeploymentMismatch, ("deployment", own));

    public static SyncError TooLarge(long limit, long actual) =>
        SyncError.Of(ErrorReason.BatchTooLarge, ("limit", $"{limit}"), ("actual", $"{actual}"));

    public static SyncError Internal(string incident) => SyncError.Of(ErrorReason.Internal, ("incident", incident));
}
