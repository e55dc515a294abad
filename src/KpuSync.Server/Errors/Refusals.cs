using KpuSync.Contracts.V1;
using KpuSync.Core;

namespace KpuSync.Server.Errors;

/// <summary>The refusals that the host itself makes; those about batches and tokens are Core's.</summary>
public static class Refusals
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static SyncError CredentialMissing { get; } = new(ErrorReason.CredentialMissing, Nothing);

    public static SyncError CredentialInvalid { get; } = new(ErrorReason.CredentialInvalid, Nothing);

    public static SyncError CredentialExpired { get; } = new(ErrorReason.CredentialExpired, Nothing);

    public static SyncError CredentialRevoked { get; } = new(ErrorReason.CredentialRevoked, Nothing);

    public static SyncError RateLimited { get; } = new(ErrorReason.RateLimited, Nothing);

    public static SyncError ServerStopping { get; } = new(ErrorReason.ServerStopping, Nothing);

    public static SyncError StorageUnavailable { get; } = new(ErrorReason.StorageUnavailable, Nothing);

    public static SyncError Invalid(string field) => new(ErrorReason.RequestInvalid, new Dictionary<string, string> { ["field"] = field });

    public static SyncError OtherDeployment(string own) => new(ErrorReason.DeploymentMismatch, new Dictionary<string, string> { ["deployment"] = own });

    public static SyncError TooLarge(long limit, long actual) =>
        new(ErrorReason.BatchTooLarge, new Dictionary<string, string> { ["limit"] = $"{limit}", ["actual"] = $"{actual}" });

    public static SyncError Internal(string incident) => new(ErrorReason.Internal, new Dictionary<string, string> { ["incident"] = incident });
}
