using System.Data.Common;
using Grpc.Core;
using Grpc.Core.Interceptors;
using KpuSync.Core.Store;
using KpuSync.Server.Errors;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Server.Calls;

/// <summary>Maps what a service did not expect: a cancelled call, or a bug, which gets an incident id instead of its text.</summary>
public sealed partial class CallErrors(TimeProvider clock, ILogger<CallErrors> logger) : Interceptor
{
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(() => continuation(request, context), context);

    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(() => Completed(continuation(request, responseStream, context)), context);

    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, ServerCallContext context, ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(() => continuation(requestStream, context), context);

    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream, IServerStreamWriter<TResponse> responseStream, ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        GuardAsync(() => Completed(continuation(requestStream, responseStream, context)), context);

    private async Task<T> GuardAsync<T>(Func<Task<T>> call, ServerCallContext context)
    {
        try
        {
            return await call();
        }
        catch (RpcException)
        {
            throw;
        }
        catch (Exception exception) when (context.CancellationToken.IsCancellationRequested)
        {
            LogCancelled(context.Method, exception.GetType().Name);
            throw GrpcErrors.Cancelled(context, clock);
        }
        catch (Exception exception) when (exception is StoreUnavailableException or DbException or DbUpdateException { InnerException: DbException })
        {
            LogUnavailable(exception, context.Method);
            throw GrpcErrors.ToException(Refusals.StorageUnavailable, CallLanguage.Of(context.GetHttpContext().Request));
        }
        catch (Exception exception)
        {
            var http = context.GetHttpContext();
            LogIncident(exception, http.TraceIdentifier, context.Method);
            throw GrpcErrors.ToException(Refusals.Internal(http.TraceIdentifier), CallLanguage.Of(http.Request));
        }
    }

    private static async Task<bool> Completed(Task call)
    {
        await call;
        return true;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Method} was cancelled by its caller or its deadline ({Exception})")]
    private partial void LogCancelled(string method, string exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database could not serve {Method}")]
    private partial void LogUnavailable(Exception exception, string method);

    [LoggerMessage(Level = LogLevel.Error, Message = "Incident {Incident} in {Method}")]
    private partial void LogIncident(Exception exception, string incident, string method);
}
