using Google.Protobuf;
using Grpc.Core;
using KpuSync.Contracts.V1;

namespace KpuSync.Contracts.Encoded;

/// <summary>The contract's calls that carry batches, for those who leave the changes encoded: the same bytes under the same names.</summary>
public static class EncodedCalls
{
    private static readonly Marshaller<EncodedPush> Requests = MarshallerOf(EncodedPush.Parser);

    /// <summary><c>SyncService.Push</c>.</summary>
    public static Method<EncodedPush, PushResponse> Push { get; } = MethodOf(MethodType.DuplexStreaming, nameof(Push), PushResponse.Parser);

    /// <summary><c>SyncService.PushBatch</c>.</summary>
    public static Method<EncodedPush, PushBatchResponse> PushBatch { get; } = MethodOf(MethodType.Unary, nameof(PushBatch), PushBatchResponse.Parser);

    private static Method<EncodedPush, T> MethodOf<T>(MethodType type, string name, MessageParser<T> responses)
        where T : IBufferMessage, IMessage<T> => new(type, SyncService.Descriptor.FullName, name, Requests, MarshallerOf(responses));

    private static Marshaller<T> MarshallerOf<T>(MessageParser<T> parser)
        where T : IBufferMessage, IMessage<T> => Marshallers.Create(
        (message, context) =>
        {
            context.SetPayloadLength(message.CalculateSize());
            message.WriteTo(context.GetBufferWriter());
            context.Complete();
        },
        context => parser.ParseFrom(context.PayloadAsReadOnlySequence()));
}
