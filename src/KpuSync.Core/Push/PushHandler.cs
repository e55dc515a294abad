using System.Diagnostics;
using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Store;
using KpuSync.Core.Telemetry;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>One pushed batch, from caller to receipt. Start reading here.</summary>
public sealed class PushHandler(ILedgerReader ledger, BatchScreen screen, GroupWriter writer, CurrentRegions regions, SyncMetrics metrics)
{
    // Of a sender that sends again what it has sent before, so many batches are looked up at once.
    private const int RunLength = 16;

    /// <summary>Begins a stream of batches of one sender.</summary>
    public KnownReceipts BeginStream() => new(ledger, RunLength);

    /// <summary>Takes a batch in. Call it in the order of the stream: the outer task ends when the batch has its place in the queue, the inner one after its commit.</summary>
    /// <param name="caller">Who sent it.</param>
    /// <param name="batch">The batch, its changes left encoded: of one that is sent again byte for byte they are never read.</param>
    /// <param name="known">The stream, from <see cref="BeginStream"/>.</param>
    /// <param name="ct">Cancels before the batch has its place.</param>
    public async ValueTask<Task<Result<AcknowledgedReceipt>>> SubmitAsync(Caller caller, EncodedBatch batch, KnownReceipts known, CancellationToken ct)
    {
        var span = SyncTracing.Push(batch.Changes.Count);
        try
        {
            return ObserveAsync(await TakeInAsync(caller, batch, known, ct), span);
        }
        catch
        {
            span?.Dispose();
            throw;
        }
    }

    /// <summary>Takes in one batch that is not of a stream, to the end.</summary>
    public async Task<Result<AcknowledgedReceipt>> HandleAsync(Caller caller, EncodedBatch batch, CancellationToken ct) =>
        await await SubmitAsync(caller, batch, new KnownReceipts(ledger, runLength: 1), ct);

    private async ValueTask<Task<Result<AcknowledgedReceipt>>> TakeInAsync(Caller caller, EncodedBatch batch, KnownReceipts known, CancellationToken ct)
    {
        if (OfficeGrants.CheckPush(caller, batch.OfficeCode, regions.Today) is { } notGranted)
            return Refused(notGranted);
        if (screen.CheckEnvelope(batch, isDryRun: false) is { } malformed)
            return Refused(malformed);

        var office = OfficeCode.Parse(batch.OfficeCode);
        if (await FindAcknowledgedAsync(known, office, batch, ct) is { } acknowledged)
            return Task.FromResult(acknowledged);

        var decoded = Decode(batch);
        if (!decoded.IsOk)
            return Refused(decoded.Error);
        var screened = screen.Screen(caller, decoded.Value, office);        // pure: while the batch before it commits
        return await writer.EnqueueAsync(screened, ct);                     // placed, decided and committed with its neighbours
    }

    // What is acknowledged stays so: a batch that comes again, as far as the stream knows, is answered without waiting for the writer.
    private static async ValueTask<Result<AcknowledgedReceipt>?> FindAcknowledgedAsync(
        KnownReceipts known, OfficeCode office, EncodedBatch batch, CancellationToken ct)
    {
        try
        {
            if (await known.FindAsync(office, batch.ProducerId, batch.Sequence, ct) is not { } acknowledged)
                return null;
            return AnswerAgain(batch, acknowledged);
        }
        catch (StoreUnavailableException)
        {
            return SyncError.Of(ErrorReason.StorageUnavailable);
        }
    }

    // The same bytes say the same; other bytes may, if another library encoded them, and are read.
    private static Result<AcknowledgedReceipt> AnswerAgain(EncodedBatch batch, AcknowledgedBatch acknowledged)
    {
        var answer = SequencePlaces.AnswerAcknowledged(batch, batch.Digest(), acknowledged);
        if (answer.IsOk || answer.Error.Reason != ErrorReason.BatchIdReused)
            return answer;
        var decoded = Decode(batch);
        return decoded.IsOk ? SequencePlaces.AnswerAcknowledged(batch, EncodedChanges.DigestOf(decoded.Value.Changes), acknowledged) : decoded.Error;
    }

    private static Result<Batch> Decode(EncodedBatch batch)
    {
        try
        {
            return batch.Decode();
        }
        catch (UndecodableChangeException e)
        {
            return SyncError.RequestInvalid($"batch.changes[{e.Index}]");
        }
    }

    private async Task<Result<AcknowledgedReceipt>> ObserveAsync(Task<Result<AcknowledgedReceipt>> answer, Activity? span)
    {
        using (span)
        {
            var result = await answer;
            metrics.Answered(result);
            return result;
        }
    }

    private static Task<Result<AcknowledgedReceipt>> Refused(SyncError error) => Task.FromResult<Result<AcknowledgedReceipt>>(error);
}
