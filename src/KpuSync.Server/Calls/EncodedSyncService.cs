using Grpc.Core;
using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;
using ServiceDescriptor = Google.Protobuf.Reflection.ServiceDescriptor;

namespace KpuSync.Server.Calls;

/// <summary><c>SyncService</c> for a server that gets the batches of both pushes with their changes left encoded.</summary>
/// <remarks>Shaped as the generated services are: gRPC and its reflection look for these members by their names, and bind a call to the method that has its name.</remarks>
public static class EncodedSyncService
{
    public static ServiceDescriptor Descriptor => SyncService.Descriptor;

    public static void BindService(ServiceBinderBase binder, EncodedSyncServiceBase? service) => SyncService.BindService(new Binder(binder), null);

    [BindServiceMethod(typeof(EncodedSyncService), nameof(BindService))]
    public abstract class EncodedSyncServiceBase
    {
        public abstract Task<OpenProducerResponse> OpenProducer(OpenProducerRequest request, ServerCallContext context);

        public abstract Task Push(IAsyncStreamReader<EncodedPush> requestStream, IServerStreamWriter<PushResponse> responseStream, ServerCallContext context);

        public abstract Task<PushBatchResponse> PushBatch(EncodedPush request, ServerCallContext context);

        public abstract Task<ValidateBatchResponse> ValidateBatch(ValidateBatchRequest request, ServerCallContext context);

        public abstract Task<GetReceiptResponse> GetReceipt(GetReceiptRequest request, ServerCallContext context);

        public abstract Task Pull(PullRequest request, IServerStreamWriter<PullResponse> responseStream, ServerCallContext context);
    }

    // Puts the two calls in the place of those that read the changes.
    private sealed class Binder(ServiceBinderBase inner) : ServiceBinderBase
    {
        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, UnaryServerMethod<TRequest, TResponse>? handler)
        {
            if (method.Name == EncodedCalls.PushBatch.Name)
                inner.AddMethod(EncodedCalls.PushBatch, (UnaryServerMethod<EncodedPush, PushBatchResponse>?)null);
            else
                inner.AddMethod(method, handler);
        }

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, DuplexStreamingServerMethod<TRequest, TResponse>? handler)
        {
            if (method.Name == EncodedCalls.Push.Name)
                inner.AddMethod(EncodedCalls.Push, (DuplexStreamingServerMethod<EncodedPush, PushResponse>?)null);
            else
                inner.AddMethod(method, handler);
        }

        public override void AddMethod<TRequest, TResponse>(Method<TRequest, TResponse> method, ServerStreamingServerMethod<TRequest, TResponse>? handler) =>
            inner.AddMethod(method, handler);
    }
}
