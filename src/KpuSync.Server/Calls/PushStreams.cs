using System.Threading.Channels;
using Grpc.Core;
using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;
using KpuSync.Core;
using KpuSync.Core.Push;
using KpuSync.Rules.Registry;
using KpuSync.Server.Access;
using KpuSync.Server.Configuration;
using KpuSync.Server.Errors;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Calls;

/// <summary>
/// Runs push streams. The reader submits batches in the order of the stream; the writer answers them in the same order, each after its commit. Between them
/// stand at most a window of batches; a sender that goes beyond it waits.
/// </summary>
public sealed class PushStreams(
    PushHandler push,
    CredentialGuard guard,
    OfficeRates rates,
    Drain drain,
    IOptions<ServerOptions> options,
    TimeProvider clock)
{
    private readonly LimitOptions _limits = options.Value.Limits;

    /// <summary>Runs until the sender is done, is refused, is idle for too long, or the server stops.</summary>
    public async Task RunAsync(
        CredentialTicket ticket, Language language, IAsyncStreamReader<EncodedPush> requests, IServerStreamWriter<PushResponse> responses, CancellationToken call)
    {
        var queued = Channel.CreateBounded<Task<Result<AcknowledgedReceipt>>>(
            new BoundedChannelOptions(_limits.WindowBatchesMax) { SingleReader = true, SingleWriter = true });
        using var refused = CancellationTokenSource.CreateLinkedTokenSource(call);
        var reading = ReadAsync(ticket, requests, queued.Writer, refused.Token);
        try
        {
            await WriteAsync(queued.Reader, language, responses, call);
        }
        finally
        {
            // After a refusal nothing more is read; the reader must be out of the stream before the call ends.
            await refused.CancelAsync();
            await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (await reading is { } end)
            throw GrpcErrors.ToException(end, language);
    }

    /// <returns>Why the stream ends with an error; null if the sender is done.</returns>
    private async Task<SyncError?> ReadAsync(
        CredentialTicket ticket, IAsyncStreamReader<EncodedPush> requests, ChannelWriter<Task<Result<AcknowledgedReceipt>>> queued, CancellationToken ct)
    {
        using var idle = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(ct, idle.Token, drain.Stopping);
        var next = Task.FromResult(false);
        var known = push.BeginStream();
        try
        {
            // One batch ahead: it is received while the one before it is looked up and screened.
            next = requests.MoveNext(reading.Token);
            while (true)
            {
                idle.CancelAfter(_limits.PushIdleTimeout);
                if (!await next)
                    return null;

                idle.CancelAfter(Timeout.InfiniteTimeSpan);
                var request = requests.Current;
                next = requests.MoveNext(reading.Token);
                if (await RefusalOfAsync(ticket, request, ct) is { } refusal)
                    return refusal;

                await queued.WriteAsync(await push.SubmitAsync(ticket.Caller, request.Batch, known, ct), ct);
            }
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // An idle sender loses nothing: all that it sent is acknowledged, and it opens a new stream when it has more.
            return drain.IsStopping ? Refusals.ServerStopping : null;
        }
        finally
        {
            queued.TryComplete();

            // The stream is nobody's any more once this returns.
            await reading.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<SyncError?> RefusalOfAsync(CredentialTicket ticket, EncodedPush request, CancellationToken ct)
    {
        if (request.Batch is null)
            return Refusals.Invalid("batch");
        if (await guard.RefusalOfAsync(ticket, ct) is { } refusal)
            return refusal;
        return await rates.TakeTurnAsync(ticket.Caller.Office, ct) ? null : Refusals.RateLimited;
    }

    private static async Task WriteAsync(
        ChannelReader<Task<Result<AcknowledgedReceipt>>> queued, Language language, IServerStreamWriter<PushResponse> responses, CancellationToken call)
    {
        await foreach (var waiting in queued.ReadAllAsync(call))
        {
            var result = await waiting.WaitAsync(call);
            if (!result.IsOk)
                throw GrpcErrors.ToException(result.Error, language);

            // Answers that are ready together leave together; none waits for a batch that is still being written.
            var more = queued.TryPeek(out var next) && next.IsCompletedSuccessfully;
            responses.WriteOptions = new WriteOptions(more ? WriteFlags.BufferHint : 0);
            await responses.WriteAsync(new PushResponse { Envelope = Envelopes.Of(result.Value, language) }, call);
        }
    }
}
