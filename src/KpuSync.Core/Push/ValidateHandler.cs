using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>A dry run: every check of a push against the caller's own office; writes nothing and consults no other office.</summary>
public sealed class ValidateHandler(ILedgerReader ledger, BatchScreen screen, BatchDecider decider, CurrentRegions regions, TimeProvider time)
{
    /// <summary>What a push of the batch would give now.</summary>
    public async Task<Result<ValidateBatchResponse>> HandleAsync(Caller caller, Batch batch, CancellationToken ct)
    {
        if (OfficeGrants.CheckPush(caller, batch.OfficeCode, regions.Today) is { } notGranted)
            return notGranted;
        if (screen.CheckEnvelope(batch, isDryRun: true) is { } malformed)
            return malformed;

        var office = OfficeCode.Parse(batch.OfficeCode);
        var changes = screen.CheckChanges(caller, batch, office, regions.Today);
        var view = new OfficeView(office);
        await ledger.LoadAsync(view, TouchedNiks.Of(changes), ct);
        await ItemLoading.LoadAsync(ledger.LoadItemsAsync, view, ItemsToDecide.Of(view.Office, batch.Changes), ct);
        var positions = await LoadCorrectedAsync(view, batch, ct);

        var head = await ledger.HeadOfAsync(office, ct);
        var decision = decider.Decide(
            changes, batch.Mode, view, EntryMoment.Of(office, head.Position + 1, time.GetUtcNow()), sequence => positions.GetValueOrDefault(sequence));
        var response = new ValidateBatchResponse { Counts = decision.Count() };
        response.Outcomes.AddRange(decision.ListOutcomes(batch));
        return response;
    }

    private async ValueTask<Dictionary<long, long?>> LoadCorrectedAsync(OfficeView view, Batch batch, CancellationToken ct)
    {
        var positions = new Dictionary<long, long?>();
        foreach (var change in batch.Changes)
        {
            if (change.Corrects is not { } reference)
                continue;
            if (!positions.TryGetValue(reference.Sequence, out var position))
            {
                position = (await ledger.FindAcknowledgedAsync(view.Office, batch.ProducerId, reference.Sequence, ct))?.Position;
                positions.Add(reference.Sequence, position);
            }

            if (position is { } known)
                await ledger.LoadPendingAsync(view, known, reference.Index, ct);
        }

        return positions;
    }
}
