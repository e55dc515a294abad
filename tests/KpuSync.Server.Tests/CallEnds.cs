using System.Collections.Concurrent;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Server.Tests;

/// <summary>How two-way streams that failed ended on the server, whatever the client saw of it.</summary>
internal sealed class CallEnds : Interceptor
{
    private readonly ConcurrentQueue<(int Responses, RpcException Error)> _ends = [];

    /// <summary>Watches a test server's calls from outside its own interceptors, so that it sees what goes to the client.</summary>
    public void Watch(IServiceCollection services)
    {
        services.AddSingleton(this);
        services.PostConfigure<GrpcServiceOptions>(grpc =>
        {
            grpc.Interceptors.Add<CallEnds>();
            var self = grpc.Interceptors[^1];
            grpc.Interceptors.Remove(self);
            grpc.Interceptors.Insert(0, self);
        });
    }

    /// <summary>The one call that failed: the responses it sent, and its error.</summary>
    public (int Responses, RpcException Error) Single() => _ends.ShouldHaveSingleItem();

    /// <inheritdoc/>
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        var counting = new CountingWriter<TResponse>(responseStream);
        try
        {
            await continuation(requestStream, counting, context);
        }
        catch (RpcException error)
        {
            _ends.Enqueue((counting.Count, error));
            throw;
        }
    }

    private sealed class CountingWriter<T>(IServerStreamWriter<T> inner) : IServerStreamWriter<T>
    {
        public int Count { get; private set; }

        public WriteOptions? WriteOptions
        {
            get => inner.WriteOptions;
            set => inner.WriteOptions = value;
        }

        public Task WriteAsync(T message) => WriteAsync(message, CancellationToken.None);

        public async Task WriteAsync(T message, CancellationToken cancellationToken)
        {
            await inner.WriteAsync(message, cancellationToken);
            Count++;
        }
    }
}
