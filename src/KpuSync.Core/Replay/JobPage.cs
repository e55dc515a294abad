using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Push;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>A page of a job: entries in one office's ledger, committed together with how far the job has come.</summary>
public sealed class JobPage(IFailedReader failed, ParkedPages pages, ParkedReading reading, SettlementOpener settlements, ReplayDecider decider, SyncLimits limits)
{
    private const int EntryChangesMax = 2_000;

    private static readonly HashSet<EntryPlace> Nothing = [];

    /// <summary>Decides or discards what matches next in an office, and moves the job behind it. Does nothing if the job was stopped.</summary>
    /// <param name="asked">The job.</param>
    /// <param name="office">The office.</param>
    /// <param name="changesMax">Most changes.</param>
    /// <param name="ct">Cancels before the commit.</param>
    /// <returns>How many changes were decided or discarded.</returns>
    public Task<int> DoAsync(StoredJob asked, OfficeCode office, int changesMax, CancellationToken ct) =>
        SettleAsync(asked, office, changesMax, Nothing, isTrial: false, ct);

    /// <summary>As <see cref="DoAsync"/> for the next change, or the next batch that is taken whole, that fails whatever is left of the page: what is to blame is named as poison.</summary>
    public async Task<int> DoPoisonedAsync(StoredJob asked, OfficeCode office, CancellationToken ct)
    {
        var page = await pages.NextAsync(asked.Meant, asked.Cursor, 1, ct);
        var places = (await reading.WholeEntriesOfAsync(office, page, ct)).SelectMany(e => e.Changes).Select(c => c.Parked.Place).ToList();
        var found = await Halving.FindAsync(places.Count, leftOut => FailsAsync(asked, office, leftOut.Select(i => places[i]).ToHashSet(), ct));
        return await SettleAsync(asked, office, 1, (found ?? new HashSet<int>()).Select(i => places[i]).ToHashSet(), isTrial: false, ct);
    }

    private async ValueTask<bool> FailsAsync(StoredJob asked, OfficeCode office, HashSet<EntryPlace> leftOut, CancellationToken ct)
    {
        try
        {
            await SettleAsync(asked, office, 1, leftOut, isTrial: true, ct);
            return false;
        }
        catch (Exception e) when (!StoreFailures.IsOfTheMachine(e))
        {
            return true;
        }
    }

    private Task<int> SettleAsync(StoredJob asked, OfficeCode office, int changesMax, IReadOnlySet<EntryPlace> poison, bool isTrial, CancellationToken ct) =>
        settlements.SettleAsync([office], asked.Job.Actor, settlement => WriteAsync(settlement, asked, office, changesMax, poison, isTrial, ct), ct).AsTask();

    // A trial is rolled back, and takes no batch whole: what is not written at all the database does not refuse.
    private async ValueTask<int> WriteAsync(
        SettlementWrite settlement, StoredJob asked, OfficeCode office, int changesMax, IReadOnlySet<EntryPlace> poison, bool isTrial, CancellationToken ct)
    {
        if (await settlement.Write.Jobs.FindAsync(asked.Job.JobId, ct) is not { IsRunning: true } job)
            return 0;

        // Read under the office's lock: what is parked now can be settled by nobody else before the commit.
        var page = await pages.NextAsync(job.Meant, job.Cursor, changesMax, ct);
        if (page.Count == 0 || page[0].Office != office)
            return 0;
        var before = job.Job.ChangesDone;
        foreach (var parked in page)
            settlement.ViewOf(office).Load(parked);
        job = job.Job.Action is FailedAction.Discard
            ? await DiscardAsync(settlement, job, page, ct)
            : await ReplayAsync(settlement, job, page, poison, isTrial, ct);
        await settlement.Write.Jobs.SaveAsync(job.With(j => j.UpdateTime = TimeOf(settlement)), ct);
        if (isTrial)
            await settlement.SaveAsync(ct);
        else
            await settlement.CommitAsync(ct);
        return (int)(job.Job.ChangesDone - before);
    }

    private static async ValueTask<StoredJob> DiscardAsync(SettlementWrite settlement, StoredJob job, IReadOnlyList<PendingChange> page, CancellationToken ct)
    {
        var office = page[0].Office;
        var next = settlement.NextEntryOf(office);
        var act = new ChangesDiscarded { JobId = job.Job.JobId };
        foreach (var parked in page)
        {
            settlement.ViewOf(office).Settle(parked, PendingState.Discarded, next.Position, act.Changes.Count);
            act.Changes.Add(new EntryRef { Position = parked.Position, Index = parked.Index });
        }

        await settlement.AppendAsync(office, new SettlementEntry { Reason = job.Job.Reason, ChangesDiscarded = act }, [], ct);
        return job.With(j => j.ChangesDone += page.Count, new ParkedCursor(office, page[^1].Place));
    }

    private async ValueTask<StoredJob> ReplayAsync(
        SettlementWrite settlement, StoredJob job, IReadOnlyList<PendingChange> page, IReadOnlySet<EntryPlace> poison, bool isTrial, CancellationToken ct)
    {
        var office = page[0].Office;
        var view = settlement.ViewOf(office);
        var parked = await reading.WholeEntriesOfAsync(office, page, ct);
        var contents = parked.SelectMany(e => e.Changes).ToList();
        foreach (var content in contents)
            view.Load(content.Parked);
        await settlement.LoadAsync(office, [.. contents.Select(c => c.Change)], ct);
        var places = await LogicalPlaces.OfAsync(failed, view, parked, ct);
        var screened = decider.Screen(contents, office, settlement.NextEntryOf(office).OfficeDay, settlement.Regions);

        foreach (var entry in EntriesOf(parked))
        {
            var decided = new ReplayPage(view, settlement.NextEntryOf(office), places, screened, poison);
            foreach (var batch in entry)
                decider.Decide(batch, decided, isTrial ? BatchMode.PerChange : batch.Mode);
            await settlement.AppendAsync(office, ActOf(job.Job), decided.Decided, ct);
            job = job.With(j => Count(j, decided));
        }

        return job.With(_ => { }, new ParkedCursor(office, parked[^1].End));
    }

    // An entry must go out to readers as one message: about as much as a batch, and whole batches in it.
    private IEnumerable<IReadOnlyList<ParkedEntry>> EntriesOf(IReadOnlyList<ParkedEntry> parked)
    {
        var (entry, changes, bytes) = (new List<ParkedEntry>(), 0, 0L);
        foreach (var batch in parked)
        {
            var size = batch.Changes.Sum(c => (long)c.Change.CalculateSize());
            if (entry.Count > 0 && (changes + batch.Changes.Count > EntryChangesMax || bytes + size > limits.BatchBytesMax))
            {
                yield return entry;
                (entry, changes, bytes) = ([], 0, 0);
            }

            entry.Add(batch);
            (changes, bytes) = (changes + batch.Changes.Count, bytes + size);
        }

        yield return entry;
    }

    private SettlementEntry ActOf(FailedJob job) => new()
    {
        Reason = job.Reason,
        ChangesReplayed = new ChangesReplayed { JobId = job.JobId, AttemptsMax = limits.ReplayAttemptsMax },
    };

    private static void Count(FailedJob job, ReplayPage page)
    {
        job.ChangesDone += page.Decided.Count;
        job.ChangesQuarantined += page.Decided.Count(d => page.View.FindPending(d.Origin!.Position, d.Origin.Index)!.State is PendingState.Quarantined);
        job.Counts = Sum(job.Counts, new BatchDecision([.. page.Decided.Select(d => d.Decision)]).Count());
    }

    /// <summary>When a job moves that is saved in a settlement.</summary>
    public static Timestamp TimeOf(SettlementWrite settlement) => Timestamp.FromDateTimeOffset(settlement.Now);

    private static OutcomeCounts Sum(OutcomeCounts? a, OutcomeCounts b) => a is null ? b : new OutcomeCounts
    {
        Applied = a.Applied + b.Applied,
        Unchanged = a.Unchanged + b.Unchanged,
        Held = a.Held + b.Held,
        Conflict = a.Conflict + b.Conflict,
        Rejected = a.Rejected + b.Rejected,
        NotApplied = a.NotApplied + b.NotApplied,
        Superseded = a.Superseded + b.Superseded,
    };
}
