using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;
using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

/// <summary>The server takes batches with their changes left encoded; what it answers must not show it.</summary>
public sealed class EncodedPushTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public void Messages_HaveTheFieldsOfTheContract()
    {
        Shape(EncodedBatch.Descriptor).ShouldBe(Shape(Batch.Descriptor));
        Shape(EncodedPush.Descriptor).ShouldBe(Shape(PushRequest.Descriptor));
        Shape(EncodedPush.Descriptor).ShouldBe(Shape(PushBatchRequest.Descriptor));
    }

    [Fact]
    public void Decode_WhatWasEncoded_GivesTheSameBatch()
    {
        var batch = new Batches("5205").Next(3);
        batch.Mode = BatchMode.AllOrNothing;

        EncodedBatch.Of(batch).Decode().ShouldBe(batch);
        EncodedBatch.Of(batch).CalculateSize().ShouldBe(batch.CalculateSize());
    }

    [Fact]
    public async Task PushBatch_ChangeThatIsNone_IsNamedAndConsumesNothing()
    {
        var batch = new Batches("5205").Next(3);
        var damaged = EncodedBatch.Of(batch);
        damaged.Changes[1] = ByteString.CopyFrom(0x0a, 0x7f);

        var refusal = await Should.ThrowAsync<RpcException>(() => SendAsync(damaged));
        var mended = await SendAsync(EncodedBatch.Of(batch));

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.Reason().ShouldBe("REQUEST_INVALID");
        refusal.Info().Metadata["field"].ShouldBe("batch.changes[1]");
        (mended.Envelope.Receipt.Counts.Applied, mended.Envelope.Repeated).ShouldBe((3, false));
    }

    [Fact]
    public async Task PushBatch_SentAgainInAnotherEncoding_GetsItsFirstReceipt()
    {
        var batch = EncodedBatch.Of(new Batches("5206").Next(2));
        var first = await SendAsync(batch);

        // The field of a reference stands twice, the second says the same: another encoding of the same change.
        var again = batch.Clone();
        again.Changes[0] = ByteString.CopyFrom([.. batch.Changes[0].Span, .. new Change { Reference = Change.Parser.ParseFrom(batch.Changes[0]).Reference }.ToByteArray()]);
        var repeated = await SendAsync(again);

        repeated.Envelope.Repeated.ShouldBeTrue();
        repeated.Envelope.Receipt.ShouldBe(first.Envelope.Receipt);
    }

    [Fact]
    public async Task PushBatch_SentAgainWithOtherContent_IsRefused()
    {
        var batches = new Batches("5207");
        var batch = batches.Next(2);
        await SendAsync(EncodedBatch.Of(batch));

        batch.Changes[1] = batches.Change();
        var refusal = await Should.ThrowAsync<RpcException>(() => SendAsync(EncodedBatch.Of(batch)));

        refusal.Reason().ShouldBe("BATCH_ID_REUSED");
    }

    [Fact]
    public async Task PushBatch_SentAgainWithTwoChangesRunTogether_IsRefused()
    {
        var batch = EncodedBatch.Of(new Batches("5208").Next(2));
        await SendAsync(batch);

        var joined = batch.Clone();
        joined.Changes.Clear();
        joined.Changes.Add(ByteString.CopyFrom([.. batch.Changes[0].Span, .. batch.Changes[1].Span]));
        var refusal = await Should.ThrowAsync<RpcException>(() => SendAsync(joined));

        joined.Digest().ShouldBe(batch.Digest());
        refusal.Reason().ShouldBe("BATCH_ID_REUSED");
    }

    [Fact]
    public async Task Push_ChangeThatIsNoneInMidStream_IsNamedAfterTheEarlierReceipts()
    {
        var batches = new Batches("5271");
        var (first, damaged) = (EncodedBatch.Of(batches.Next()), EncodedBatch.Of(batches.Next()));
        damaged.Changes[0] = ByteString.CopyFrom(0x0a, 0x7f);
        var invoker = _server.InvokerFor(await _server.IssueTokenAsync("5271"));
        using var call = invoker.AsyncDuplexStreamingCall(EncodedCalls.Push, null, default);

        await call.RequestStream.WriteAsync(new EncodedPush { Batch = first });
        await call.RequestStream.WriteAsync(new EncodedPush { Batch = damaged });
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        var receipt = call.ResponseStream.Current.Envelope.Receipt;
        var refusal = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        receipt.Sequence.ShouldBe(1);
        refusal.Reason().ShouldBe("REQUEST_INVALID");
        refusal.Info().Metadata["field"].ShouldBe("batch.changes[0]");
    }

    private static string Shape(MessageDescriptor message) => string.Join('\n', message.Fields.InFieldNumberOrder().Select(field =>
        $"{field.FieldNumber} {field.Name} {(field.IsRepeated ? "repeated " : "")}{WireTypeOf(field)}"));

    // Messages and bytes lie on the wire alike.
    private static FieldType WireTypeOf(FieldDescriptor field) => field.FieldType is FieldType.Bytes ? FieldType.Message : field.FieldType;

    private async Task<PushBatchResponse> SendAsync(EncodedBatch batch)
    {
        var invoker = _server.InvokerFor(await _server.IssueTokenAsync(batch.OfficeCode));
        return await invoker.AsyncUnaryCall(EncodedCalls.PushBatch, null, default, new EncodedPush { Batch = batch });
    }
}
