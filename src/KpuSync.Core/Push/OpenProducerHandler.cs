using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Store;
using KpuSync.Core.Tokens;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>Answers where the server stands for a producer, so that the producer knows what to send.</summary>
public sealed class OpenProducerHandler(ILedgerReader ledger, TokenReader tokens, LedgerHistory history, SyncLimits limits, CurrentRegions regions)
{
    private const int MissedReceiptsMax = 100;

    /// <summary>Where the server stands. The deployment is the server's to fill in.</summary>
    public async Task<Result<OpenProducerResponse>> HandleAsync(Caller caller, OpenProducerRequest request, CancellationToken ct)
    {
        if (OfficeGrants.CheckPush(caller, request.OfficeCode, regions.Today) is { } notGranted)
            return notGranted;
        if (CheckFields(request) is { } malformed)
            return malformed;

        var office = OfficeCode.Parse(request.OfficeCode);
        if (request.Token.Length > 0 && await CheckTokenAsync(request, office, ct) is { } refused)
            return refused;

        var mark = await ledger.LastSequenceOfAsync(office, request.ProducerId, ct);
        var response = new OpenProducerResponse
        {
            NextSequence = mark + 1,
            LastReceipt = await ReceiptAsync(office, request.ProducerId, mark, ct),
            State = await CompareAsync(request, office, mark, ct),
            ContractVersion = ContractVersions.Newest,
            Epoch = (await ledger.HeadOfAsync(office, ct)).Epoch,
            Limits = new Limits
            {
                MaxBatchChanges = limits.BatchChangesMax,
                MaxBatchBytes = limits.BatchBytesMax,
                MaxWindowBatches = limits.WindowBatchesMax,
                IdleTimeout = Duration.FromTimeSpan(limits.StreamIdleTimeout),
            },
        };
        if (response.State is ProducerState.ServerAhead)
            await AddMissedAsync(response, request, office, mark, ct);
        return response;
    }

    private static SyncError? CheckFields(OpenProducerRequest request)
    {
        if (!Uuids.IsCanonical(request.ProducerId))
            return SyncError.RequestInvalid("producer_id");
        if (request.LastSequence < 0)
            return SyncError.RequestInvalid("last_sequence");
        if (request.LastChainHash.Length != (request.LastSequence == 0 ? 0 : LedgerChain.HashLength))
            return SyncError.RequestInvalid("last_chain_hash");
        return ContractVersions.Check(request.ContractVersion);
    }

    // An authentic token that the ledger does not have shows a restore; the new epoch is opened, and the sequences tell the rest.
    private async ValueTask<SyncError?> CheckTokenAsync(OpenProducerRequest request, OfficeCode office, CancellationToken ct)
    {
        var token = tokens.Read(request.Token, TokenUse.Producer, request.ProducerId);
        if (!token.IsOk)
            return token.Error;
        if (token.Value.Places is not [var place] || place.Office != office)
            return SyncError.Of(ErrorReason.TokenOtherOffice);
        await history.FitAsync(place, ct);
        return null;
    }

    private async ValueTask<ProducerState> CompareAsync(OpenProducerRequest request, OfficeCode office, long mark, CancellationToken ct)
    {
        if (request.LastSequence > mark)
            return ProducerState.ServerBehind;
        var receipt = await ReceiptAsync(office, request.ProducerId, request.LastSequence, ct);
        if (receipt is not null && receipt.ChainHash != request.LastChainHash)
            return ProducerState.Forked;
        return request.LastSequence == mark ? ProducerState.InStep : ProducerState.ServerAhead;
    }

    private async ValueTask AddMissedAsync(OpenProducerResponse response, OpenProducerRequest request, OfficeCode office, long mark, CancellationToken ct)
    {
        var missed = (int)Math.Min(mark - request.LastSequence, MissedReceiptsMax);
        var batches = await ledger.AcknowledgedFromAsync(office, request.ProducerId, request.LastSequence + 1, missed, ct);
        response.MissedReceipts.Add(batches.Select(batch => Receipt.Parser.ParseFrom(batch.Receipt)));
    }

    private async ValueTask<Receipt?> ReceiptAsync(OfficeCode office, string producerId, long sequence, CancellationToken ct) =>
        sequence > 0 && await ledger.FindAcknowledgedAsync(office, producerId, sequence, ct) is { } batch ? Receipt.Parser.ParseFrom(batch.Receipt) : null;
}
