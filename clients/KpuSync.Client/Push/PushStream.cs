using System.Collections.Concurrent;
using System.Threading.Channels;
using Grpc.Core;
using KpuSync.Client.Installations;
using KpuSync.Client.Outbox;
using KpuSync.Client.State;
using KpuSync.Client.Texts;
using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Push;

/// <summary>One push stream: batches out as long as the window allows, receipts in, in order.</summary>
internal sealed class PushStream(
    Installation installation, Meta meta, AsyncDuplexStreamingCall<EncodedPush, PushResponse> call, int window) : IDisposable
{
    // Most receipts that wait while a group of as many is stored. Storing takes the computer's disk, and now and then a step of the baseline: the server need not wait for it.
    private const int ReceivedMax = 32;

    private readonly SqliteConnection _reader = installation.State.OpenReader();
    private readonly SemaphoreSlim _window = new(window);
    private readonly ConcurrentQueue<JournaledBatch> _sent = new();
    private readonly long _first = meta.Acknowledged + 1;
    private readonly long _end = meta.NextSequence;
    private readonly long _generation = meta.Generation;
    private readonly string _producer = meta.Producer;
    private readonly Channel<(JournaledBatch Journaled, Receipt Receipt)> _received =
        Channel.CreateBounded<(JournaledBatch Journaled, Receipt Receipt)>(new BoundedChannelOptions(ReceivedMax) { SingleReader = true, SingleWriter = true });

    /// <summary>Sends every waiting batch, then says that there are no more.</summary>
    public async Task SendAsync(CancellationToken cancellationToken)
    {
        try
        {
            for (var sequence = _first; sequence < _end; sequence++)
            {
                await _window.WaitAsync(cancellationToken);
                var journaled = OutboxStore.Find(_reader, _generation, sequence)
                    ?? throw ClientTexts.ReceiptUnexpected("outbox");
                var batch = journaled.ToEncoded();
                batch.OfficeCode = installation.Config.Office;
                batch.ProducerId = _producer;
                batch.Sequence = sequence;
                batch.BatchId = journaled.BatchId;
                batch.Mode = BatchMode.PerChange;
                batch.ContractVersion = PushSession.ContractVersion;
                batch.SourceName = SourceOf(journaled.Push);

                // Before it is written: its receipt may come before the write returns.
                _sent.Enqueue(journaled);
                await call.RequestStream.WriteAsync(new EncodedPush { Batch = batch }, cancellationToken);
            }

            await call.RequestStream.CompleteAsync();
        }
        catch (Exception e) when (e is RpcException or InvalidOperationException && IsOver())
        {
            // The answering side of the stream says why it ended.
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            // The line broke under the request alone; the answering side might wait for ever.
            throw new RpcException(new Status(StatusCode.Unavailable, "The connection broke while a batch was sent.", e));
        }
    }

    /// <summary>Receives the receipts until the server ends the stream; each lets another batch out.</summary>
    public async Task ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var response in call.ResponseStream.ReadAllAsync(cancellationToken))
            {
                if (!_sent.TryDequeue(out var sent))
                    throw ClientTexts.ReceiptUnexpected("order");
                await _received.Writer.WriteAsync((sent, response.Envelope.Receipt), cancellationToken);
                _window.Release();
            }

            _received.Writer.Complete();
        }
        catch (Exception e)
        {
            // Whoever takes the receipts meets it after those that came before it.
            _received.Writer.Complete(e);
            throw;
        }
    }

    /// <summary>The next receipts, as many as are there; empty when the server has ended the stream well.</summary>
    public async Task<List<(JournaledBatch Journaled, Batch Batch, Receipt Receipt)>> NextGroupAsync()
    {
        var group = new List<(JournaledBatch Journaled, Batch Batch, Receipt Receipt)>();

        // Not to be cancelled: what has come is taken first, and receiving ends by itself.
        if (await _received.Reader.WaitToReadAsync())
        {
            while (group.Count < ReceivedMax && _received.Reader.TryRead(out var next))
                group.Add((next.Journaled, next.Journaled.ToBatch(), next.Receipt));
        }

        return group;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _window.Dispose();
    }

    private bool IsOver()
    {
        try
        {
            call.GetStatus();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private string SourceOf(long push)
    {
        var name = _reader.Scalar("SELECT source FROM pushes WHERE id=$id", ("$id", push)) as string ?? "";
        return name.Length > 200 ? name[..200] : name;
    }
}
