using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Store;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>The authority when in doubt: the receipt of an acknowledged batch.</summary>
public sealed class ReceiptHandler(ILedgerReader ledger, CurrentRegions regions)
{
    /// <summary>The stored receipt.</summary>
    public async Task<Result<AcknowledgedReceipt>> HandleAsync(Caller caller, GetReceiptRequest request, CancellationToken ct)
    {
        if (OfficeGrants.CheckPush(caller, request.OfficeCode, regions.Today) is { } notGranted)
            return notGranted;
        if (!Uuids.IsCanonical(request.ProducerId))
            return SyncError.RequestInvalid("producer_id");
        if (request.Sequence <= 0)
            return SyncError.RequestInvalid("sequence");
        if (await ledger.FindAcknowledgedAsync(OfficeCode.Parse(request.OfficeCode), request.ProducerId, request.Sequence, ct) is not { } batch)
            return SyncError.Of(ErrorReason.ReceiptNotFound);
        return new AcknowledgedReceipt(Receipt.Parser.ParseFrom(batch.Receipt), Repeated: true);
    }
}
