using Google.Protobuf;
using Grpc.Core;
using KpuSync.Client.Installations;
using KpuSync.Client.Outbox;
using KpuSync.Client.State;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Push;

/// <summary>
/// Empties the outbox: asks the server where it stands, puts both histories in step, streams what waits, and does it again after every break
/// until nothing waits or trying again is of no use. Start reading here.
/// </summary>
internal sealed class PushSession(
    KpuSyncClientOptions options, Installation installation, ServerConnection connection, Meta meta, OutboxStore outbox, ReceiptTaker receipts, Action<SyncProgress> progress)
{
    /// <summary>The contract version that this client was built against.</summary>
    public const string ContractVersion = "1.0";

    private const int GapsMax = 3;

    private readonly Backoff _backoff = new(options, delay => progress(new SyncProgress(SyncPhase.Retrying, receipts.Totals.Sum, 0, receipts.Totals, delay)));

    private int _changesMax = int.MaxValue;
    private int _bytesMax = int.MaxValue;
    private int _gaps;

    /// <summary>What the server takes in one batch.</summary>
    public BatchLimits Limits { get; private set; } = BatchLimits.Default;

    /// <summary>Times that the connection broke and was taken up again.</summary>
    public int Reconnects => _backoff.Waits;

    /// <summary>True if the server was restored to before what the journal holds, so that the caller has to rebuild the baseline.</summary>
    public bool JournalTooShort { get; private set; }

    /// <summary>Sends until nothing waits.</summary>
    /// <exception cref="ServerUnreachableException">The server was tried for as long as the options say, without progress.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                var window = await OpenAsync(cancellationToken);
                if (JournalTooShort || outbox.Waiting().Batches == 0)
                    return;
                if (BatchRecut.FirstOver(Limits, installation.State.Connection, meta) is { } first)
                    BatchRecut.From(first, installation.State.Connection, meta, Limits);
                await StreamAsync(window, cancellationToken);
                if (outbox.Waiting().Batches == 0)
                    return;
            }
            catch (RpcException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            catch (RpcException e)
            {
                if (RpcErrors.IsLimit(e))
                    CutSmaller(e);
                else if (RpcErrors.ReasonOf(e) is ErrorReason.SequenceGap or ErrorReason.BatchIdReused && _gaps++ < GapsMax)
                    continue; // The server was restored or failed over between two calls: OpenProducer says how it stands now.
                else if (!await _backoff.AgainAsync(e, cancellationToken))
                    throw RpcErrors.ToException(e, installation.Config.Deployment);
            }
        }
    }

    private async Task<int> OpenAsync(CancellationToken cancellationToken)
    {
        var last = outbox.LastReceipt();
        var request = new OpenProducerRequest
        {
            OfficeCode = installation.Config.Office,
            ProducerId = meta.Producer,
            LastSequence = meta.Acknowledged,
            LastChainHash = last?.ChainHash ?? ByteString.Empty,
            Token = last?.Token ?? "",
            Deployment = installation.Config.Deployment,
            ContractVersion = ContractVersion,
        };
        OpenProducerResponse open;
        try
        {
            open = await connection.Service.OpenProducerAsync(request, connection.Unary(cancellationToken));
        }
        catch (RpcException e) when (RpcErrors.IsBadToken(e) && request.Token.Length > 0)
        {
            request.Token = "";
            open = await connection.Service.OpenProducerAsync(request, connection.Unary(cancellationToken));
        }

        LearnDeployment(open.Deployment);
        var changes = open.Limits?.MaxBatchChanges > 0 ? open.Limits.MaxBatchChanges : BatchLimits.Default.Changes;
        var bytes = open.Limits?.MaxBatchBytes > 0 ? open.Limits.MaxBatchBytes : BatchLimits.Default.Bytes;
        Limits = new BatchLimits(Math.Min(changes, _changesMax), Math.Min(bytes, _bytesMax));
        await ReconcileAsync(open, cancellationToken);
        return Math.Clamp(open.Limits?.MaxWindowBatches ?? 0, 1, 256);
    }

    private void LearnDeployment(string deployment)
    {
        var config = installation.Config;
        if (config.Deployment.Length > 0 && deployment.Length > 0 && config.Deployment != deployment)
            throw ClientTexts.DeploymentMismatch(config.Deployment, deployment);
        if (config.Deployment.Length == 0 && deployment.Length > 0)
            installation.Change(config with { Deployment = deployment });
    }

    private async Task ReconcileAsync(OpenProducerResponse open, CancellationToken cancellationToken)
    {
        switch (open.State)
        {
            case ProducerState.InStep when open.NextSequence == meta.Acknowledged + 1:
                return;
            case ProducerState.ServerAhead:
                await TakeMissedAsync(open, cancellationToken);
                return;
            case ProducerState.ServerBehind:
                StepBack(open);
                return;
            default:
                throw ClientTexts.Forked();
        }
    }

    // Acknowledgements were lost. A receipt for a batch that is not in the outbox means that this installation was restored from an older copy.
    private async Task TakeMissedAsync(OpenProducerResponse open, CancellationToken cancellationToken)
    {
        foreach (var receipt in open.MissedReceipts)
            TakeMissed(receipt);
        while (meta.Acknowledged < open.NextSequence - 1)
        {
            var request = new GetReceiptRequest
            {
                OfficeCode = installation.Config.Office,
                ProducerId = meta.Producer,
                Sequence = meta.Acknowledged + 1,
            };
            var answer = await connection.Service.GetReceiptAsync(request, connection.Unary(cancellationToken));
            TakeMissed(answer.Envelope.Receipt);
        }
    }

    private void TakeMissed(Receipt receipt)
    {
        if (receipt.Sequence <= meta.Acknowledged)
            return;
        var journaled = outbox.Find(receipt.Sequence);
        if (journaled is null || journaled.BatchId != receipt.BatchId)
            throw ClientTexts.Forked();
        receipts.Take([(journaled, journaled.ToBatch(), receipt)]);
        _backoff.Progressed();
    }

    // The server was restored. If its last receipt is one of ours, what came after is sent again from the journal.
    private void StepBack(OpenProducerResponse open)
    {
        var common = open.NextSequence - 1;
        if (open.LastReceipt is { } held && outbox.ReceiptOf(common) is { } ours
            && (held.BatchId != ours.BatchId || held.ChainHash != ours.ChainHash))
        {
            throw ClientTexts.Forked();
        }

        if (outbox.Find(common + 1) is null)
        {
            JournalTooShort = true;
            return;
        }

        // The batch at the common point may be purged already: a break before the next receipt must not compare with a later one.
        if (open.LastReceipt is { } last)
            outbox.KeepLastReceipt(last);
        receipts.AdvanceBaseline();
        meta.SetAcknowledged(common);
        meta.SetAdvanced(common);
    }

    private async Task StreamAsync(int window, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var call = connection.Push(stop.Token);
        using var stream = new PushStream(installation, meta, call, window);
        var sending = SendAsync(stream, stop);
        var receiving = stream.ReceiveAsync(stop.Token);
        try
        {
            var total = outbox.Waiting().Changes + receipts.Totals.Sum;
            while (await stream.NextGroupAsync() is { Count: > 0 } group)
            {
                receipts.Take(group);
                _backoff.Progressed();
                progress(new SyncProgress(SyncPhase.Sending, receipts.Totals.Sum, total, receipts.Totals));
            }
        }
        catch (Exception e) when (e is RpcException or OperationCanceledException)
        {
            // Where the sending side has failed on this computer, that is the reason.
            cancellationToken.ThrowIfCancellationRequested();
            await stop.CancelAsync();
            await ((Task)sending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (sending.IsFaulted)
                await sending;
            throw;
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(sending, receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (outbox.Waiting().Batches > 0)
            throw new RpcException(new Status(StatusCode.Unavailable, "The stream ended before every batch had its receipt."));
    }

    // Receipts would be waited for in vain when the sending side has failed on this computer.
    private static async Task SendAsync(PushStream stream, CancellationTokenSource stop)
    {
        try
        {
            await stream.SendAsync(stop.Token);
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    // Only a refusal for a limit lets a batch be cut anew: it consumed nothing.
    private void CutSmaller(RpcException e)
    {
        var metadata = RpcErrors.MetadataOf(e);
        var said = metadata.TryGetValue("limit", out var text) && int.TryParse(text, out var limit) && limit > 0 ? limit : 0;
        if (RpcErrors.ReasonOf(e) == ErrorReason.BatchTooManyChanges)
            _changesMax = Math.Max(1, Math.Min(said > 0 ? said : int.MaxValue, Limits.Changes > said && said > 0 ? said : Limits.Changes / 2));
        else
            _bytesMax = Math.Max(4_096, Math.Min(said > 0 ? said : int.MaxValue, said > 0 && Limits.Bytes > said ? said : Limits.Bytes / 2));
        if (outbox.Find(meta.Acknowledged + 1) is { } refused && refused.ToBatch().Changes.Count <= 1)
            throw RpcErrors.ToException(e, installation.Config.Deployment);
        Limits = new BatchLimits(Math.Min(Limits.Changes, _changesMax), Math.Min(Limits.Bytes, _bytesMax));
        BatchRecut.From(meta.Acknowledged + 1, installation.State.Connection, meta, Limits);
    }
}
