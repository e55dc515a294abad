using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>
/// Writes a group of batches, of any offices and producers, in one transaction: load what they touch in one set, find each one's place, decide them in
/// memory, append, save, commit. Start at <see cref="WriteAsync"/>.
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
        var touched = TouchedBy(group);
        var (write, known) = await store.BeginGroupAsync([.. group.Select(b => b.Key)], touched, ct);
        await using var ending = write;
        var views = touched.ToDictionary(t => t.View.Office, t => t.View);
        var places = new SequencePlaces(write, known);
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
            await LoadItemsAsync(write, places, views, next.Select(i => group[i]), ct);
            await DecideAsync(write, group, next, views, places, answers, poison, ct);
        }

        // Also of repeats alone: the commit before, which they are answered by, is then known to have come through.
        if (commit)
            await write.CommitAsync(views.Values, ct);
        else
            await write.SaveAsync(views.Values, ct);
        places.AnswerRepeats(group, answers);
        return answers;
    }

    private static IReadOnlyCollection<TouchedPeople> TouchedBy(IReadOnlyList<ScreenedBatch> group) =>
        [.. group.GroupBy(b => b.Office).Select(g => new TouchedPeople(new OfficeView(g.Key), TouchedNiks.Of(g.SelectMany(b => b.Changes))))];

    private static async ValueTask LoadItemsAsync(
        ILedgerWrite write, SequencePlaces places, Dictionary<OfficeCode, OfficeView> views, IEnumerable<ScreenedBatch> batches, CancellationToken ct)
    {
        foreach (var byOffice in batches.GroupBy(b => b.Office))
        {
            var view = views[byOffice.Key];
            await ItemLoading.LoadAsync(write.LoadItemsAsync, view, ItemsToDecide.Of([.. byOffice.Select(b => b.Items)]), ct);
            foreach (var batch in byOffice)
                await LoadCorrectedAsync(write, places, view, batch, ct);
        }
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
        Dictionary<OfficeCode, OfficeView> views,
        SequencePlaces places,
        Result<AcknowledgedReceipt>[] answers,
        IReadOnlySet<int>? poison,
        CancellationToken ct)
    {
        var times = views.Keys.ToDictionary(office => office, office => EntryClock.Now(time, write, office));
        foreach (var i in next)
        {
            var batch = group[i];
            var head = write.HeadOf(batch.Office);
            var now = times[batch.Office];
            var position = head.Position + 1;
            var decision = decider.Decide(
                batch.Changes,
                batch.Batch.Mode,
                views[batch.Office],
                EntryMoment.Of(batch.Office, position, now),
                sequence => sequence == batch.Batch.Sequence ? position : places.PositionOf(batch, sequence),
                poison);
            var (entry, receipt) = composer.Compose(head, batch, decision, now);
            await write.AppendAsync(entry, ct);
            places.Acknowledge(batch, receipt);
            answers[i] = new AcknowledgedReceipt(receipt, Repeated: false);
        }
    }
}
