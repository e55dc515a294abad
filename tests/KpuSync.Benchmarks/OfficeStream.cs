using Grpc.Core;
using Grpc.Net.Client;
using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Changes;

namespace KpuSync.Benchmarks;

/// <summary>The contract without the client library: batches that are made beforehand, encoded as an outbox holds them, over one connection of an office.</summary>
internal sealed class OfficeStream : IDisposable
{
    private const int BatchChanges = 1_000;

    // As many as the server lets wait for their receipts.
    private const int Window = 16;

    private readonly string _office;
    private readonly GrpcChannel _channel;
    private readonly Metadata _headers;

    private OfficeStream(string office, GrpcChannel channel, Metadata headers) => (_office, _channel, _headers) = (office, channel, headers);

    public static async Task<OfficeStream> OpenAsync(Bench bench, string office, int server = 0) => new(
        office, GrpcChannel.ForAddress(bench.Servers[server].Address), new Metadata { { "authorization", $"Bearer {await bench.CredentialOfAsync(office)}" } });

    /// <summary>Batches of 1,000 changes.</summary>
    public List<EncodedBatch> BatchesOf(IEnumerable<Change> changes) => [.. changes.Chunk(BatchChanges).Select((chunk, i) => BatchOf(i + 1, chunk))];

    /// <summary>The batch at a place of this producer's sequence.</summary>
    public EncodedBatch BatchOf(long sequence, params Change[] changes) =>
        EncodedBatch.Of(BatchExamples.With(sequence, BatchExamples.Producer, _office, changes));

    /// <summary>Sends batches in one stream; done once each has its receipt.</summary>
    /// <param name="batches">In the order of their sequence.</param>
    /// <param name="repeated">Whether the receipts must be those of before.</param>
    public async Task PushAsync(IReadOnlyCollection<EncodedBatch> batches, bool repeated)
    {
        using var call = _channel.CreateCallInvoker().AsyncDuplexStreamingCall(EncodedCalls.Push, null, new CallOptions(_headers));
        using var free = new SemaphoreSlim(Window);
        var sending = Task.Run(async () =>
        {
            foreach (var batch in batches)
            {
                await free.WaitAsync();
                await call.RequestStream.WriteAsync(new EncodedPush { Batch = batch });
            }

            await call.RequestStream.CompleteAsync();
        });
        var receipts = 0;
        await foreach (var response in call.ResponseStream.ReadAllAsync())
        {
            Check(response.Envelope, repeated);
            receipts++;
            free.Release();
        }

        await sending;
        if (receipts != batches.Count)
            throw new InvalidOperationException($"{receipts} receipts for {batches.Count} batches.");
    }

    /// <summary>Sends one batch by itself.</summary>
    public async Task PushAsync(EncodedBatch batch)
    {
        using var call = _channel.CreateCallInvoker().AsyncUnaryCall(EncodedCalls.PushBatch, null, new CallOptions(_headers), new EncodedPush { Batch = batch });
        Check((await call).Envelope, repeated: false);
    }

    public void Dispose() => _channel.Dispose();

    private static void Check(ReceiptEnvelope envelope, bool repeated)
    {
        var counts = envelope.Receipt.Counts;
        if (envelope.Repeated != repeated || counts.Rejected + counts.Held + counts.Conflict > 0)
            throw new InvalidOperationException($"Not what was to be measured: repeated {envelope.Repeated}, {counts}");
    }
}
