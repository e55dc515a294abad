using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>
/// Writes a group of batches, of any offices and producers, in one transaction: find each one's place, load what they touch in one set,
/// decide them in memory, append, save, commit. Start at <see cref="WriteAsync"/>.
/// </summary>
public sealed class GroupTransaction(ILedgerStore store, BatchDecider decider, EntryComposer composer, TimeProvider time)
{
    /// <summary>Writes the group and answers each batch, in order. Nothing is answered before the commit.</summary>
    /// <param name="group">The batches, in the order of their arrival.</param>
    /// <param name="poison">For a group of one: its changes that the database refuses.</param>
    /// <param name="commit">False to try it and roll back.</param>
    /// <param name="ct">Cancels before the commit.</param>
    /// <exception cref="StoreUnavailableException">Nothing is known to be written.</exception>
    /// <exception cref="StatementFailedException">The database refuses some content of the group.</exception>
    public async ValueTask<Result<AcknowledgedReceipt>[]> WriteAsync(
        IReadOnlyList<ScreenedBatch> group, IReadOnlySet<int>? poison, bool commit, CancellationToken ct)
    {
        await using var write = await store.BeginWriteAsync([.. group.Select(b => b.Office).Distinct().Order()], ct);
        var places = await SequencePlaces.OfAsync(write, group, ct);
        var answers = new Result<AcknowledgedReceipt>[group.Count];
        var next = new List<int>(group.Count);
        for (var i = 0; i < group.Count; i++)
        {
            if (await places.PlaceAsync(group[i], ct) is { } answer)
                answers[i] = answer;
            else
                next.Add(i);
        }

        if (next.Count > 0)
        {
            var offices = await LoadAsync(write, places, [.. next.Select(i => group[i])], ct);
            await DecideAsync(write, group, next, offices, places, answers, poison, ct);
            await write.SaveAsync([.. offices.Values.Select(office => office.View)], ct);
        }

        // Also of repeats alone: the commit before, which they are answered by, is then known to have come through.
        if (commit)
            await write.CommitAsync(ct);
        places.AnswerRepeats(group, answers);
        return answers;
    }

    private async ValueTask<Dictionary<OfficeCode, OfficeState>> LoadAsync(
        ILedgerWrite write, SequencePlaces places, List<ScreenedBatch> batches, CancellationToken ct)
    {
        var groups = batches.GroupBy(b => b.Office).ToList();
        var offices = groups.ToDictionary(g => g.Key, g => new OfficeState(new OfficeView(g.Key), write.HeadOf(g.Key), EntryClock.Now(time, write, g.Key)));
        await write.LoadAsync([.. groups.Select(g => new TouchedPeople(offices[g.Key].View, TouchedNiks.Of(g.SelectMany(b => b.Changes))))], ct);
        foreach (var byOffice in groups)
        {
            var state = offices[byOffice.Key];
            await ItemLoading.LoadAsync(write.LoadItemsAsync, state.View, ItemsToDecide.Of([.. byOffice.Select(b => b.Items)]), ct);
            foreach (var batch in byOffice)
                await LoadCorrectedAsync(write, places, state.View, batch, ct);
        }

        return offices;
    }

    private static async ValueTask LoadCorrectedAsync(
        ILedgerWrite write, SequencePlaces places, OfficeView view, ScreenedBatch batch, CancellationToken ct)
    {
        foreach (var change in batch.Batch.Changes)
        {
            if (change.Corrects is { } reference && await places.LoadPositionAsync(batch, reference.Sequence, ct) is { } position)
                await write.LoadPendingAsync(view, position, reference.Index, ct);
        }
    }

    private async ValueTask DecideAsync(
        ILedgerWrite write,
        IReadOnlyList<ScreenedBatch> group,
        List<int> next,
        Dictionary<OfficeCode, OfficeState> offices,
        SequencePlaces places,
        Result<AcknowledgedReceipt>[] answers,
        IReadOnlySet<int>? poison,
        CancellationToken ct)
    {
        foreach (var i in next)
        {
            var batch = group[i];
            var office = offices[batch.Office];
            var now = office.Now;
            var position = office.Head.Position + 1;
            var decision = decider.Decide(
                batch.Changes,
                batch.Batch.Mode,
                office.View,
                EntryMoment.Of(batch.Office, position, now),
                sequence => sequence == batch.Batch.Sequence ? position : places.PositionOf(batch, sequence),
                poison);
            var (entry, receipt) = composer.Compose(office.Head, batch, decision, now);
            await write.AppendAsync(entry, ct);
            office.Head = LedgerHead.After(entry);
            places.Acknowledge(batch, receipt);
            answers[i] = new AcknowledgedReceipt(receipt, Repeated: false);
        }
    }

    private sealed class OfficeState(OfficeView view, LedgerHead head, DateTimeOffset now)
    {
        public OfficeView View => view;

        public DateTimeOffset Now => now;

        public LedgerHead Head { get; set; } = head;
    }
}
