using Google.Rpc;
using Grpc.Core;

namespace KpuSync.TestKit.Servers;

/// <summary>Reads the details of a refused call.</summary>
public static class RpcErrors
{
    /// <summary>The one <c>ErrorInfo</c>.</summary>
    public static ErrorInfo Info(this RpcException exception) => Required<ErrorInfo>(exception);

    /// <summary>For example <c>SEQUENCE_GAP</c>.</summary>
    public static string Reason(this RpcException exception) => exception.Info().Reason;

    /// <summary>The text for people.</summary>
    public static LocalizedMessage Text(this RpcException exception) => Required<LocalizedMessage>(exception);

    /// <summary>When to try again; null if the error does not say.</summary>
    public static TimeSpan? RetryDelay(this RpcException exception) => exception.GetRpcStatus()?.GetDetail<RetryInfo>()?.RetryDelay.ToTimeSpan();

    private static T Required<T>(RpcException exception)
        where T : class, Google.Protobuf.IMessage<T>, new() =>
        exception.GetRpcStatus()?.GetDetail<T>() ?? throw new InvalidOperationException($"The status has no {typeof(T).Name}: {exception.Status}", exception);
}
