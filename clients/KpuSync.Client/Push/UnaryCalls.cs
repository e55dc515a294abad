using Grpc.Core;
using KpuSync.Client.Operations;

namespace KpuSync.Client.Push;

/// <summary>Calls that answer once, with patience for what passes by itself.</summary>
internal static class UnaryCalls
{
    /// <summary>Makes a call that may be made again.</summary>
    public static async Task<T> CallAsync<T>(this OperationScope scope, Func<CallOptions, AsyncUnaryCall<T>> call, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(scope.Options, delay => scope.Report(new SyncProgress(SyncPhase.Retrying, 0, 0, default, delay)));
        while (true)
        {
            try
            {
                return await call(scope.Connection.Unary(cancellationToken));
            }
            catch (RpcException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            catch (RpcException e)
            {
                if (!await backoff.AgainAsync(e, cancellationToken))
                    throw RpcErrors.ToException(e, scope.Installation.Config.Deployment);
            }
        }
    }
}
