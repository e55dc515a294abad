using Grpc.Core;
using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>The server could not be reached, or did not answer in time, as often as was tried. What was journaled waits in the outbox.</summary>
public sealed class ServerUnreachableException(ErrorReason reason, string code, LocalizedText text, StatusCode status, Exception? inner = null)
    : SyncException(reason, code, text, status, null, inner);

/// <summary>The credential is missing, invalid, expired or revoked, or does not allow the call.</summary>
public sealed class NotAllowedException(
    ErrorReason reason, string code, LocalizedText text, StatusCode status, IReadOnlyDictionary<string, string>? metadata = null, Exception? inner = null)
    : SyncException(reason, code, text, status, metadata, inner);

/// <summary>The server belongs to another deployment (production, trial) than the one this installation was set up for. Nothing was sent.</summary>
public sealed class DeploymentMismatchException(
    string code, LocalizedText text, IReadOnlyDictionary<string, string>? metadata = null, Exception? inner = null)
    : SyncException(ErrorReason.DeploymentMismatch, code, text, StatusCode.FailedPrecondition, metadata, inner);

/// <summary>
/// The server's history for this producer is not this installation's: the producer id is in use twice, or the installation was restored from
/// an older copy. Remedy: <see cref="KpuSyncClient.InitAsync"/> with <see cref="InitOptions.FromServer"/>, then push the export again.
/// </summary>
public sealed class InstallationForkedException(string code, LocalizedText text, Exception? inner = null)
    : SyncException(ErrorReason.Forked, code, text, StatusCode.FailedPrecondition, null, inner);
