using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Push;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>A page of a job: one entry in one office's ledger, committed together with how far the job has come.</summary>
public sealed class JobPage(IFailedReader failed, ParkedReading reading, SettlementOpener settlements, ReplayDecider decider, SyncLimits limits)
{
    /// <summary>Decides or discards what of the page still matches, and moves the job behind it. Does nothing if the job was stopped.</summary>
    /// <param name="asked">The job.</param>
    /// <param name="filter">What it is about.</param>
    /// <param name="page">Parked changes of one office.</param>
    /// <param name="isPoison">True if the database refuses them.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async Task DoAsync(StoredJob asked, ParkedFilter filter, IReadOnlyList<PendingChange> page, bool isPoison, CancellationToken ct)
    {
        var office = page[0].Office;
        await using var settlement = await settlements.BeginAsync([office], asked.Job.Actor, ct);
        if (await settlement.Write.Jobs.FindAsync(asked.Job.JobId, ct) is not { IsRunning: true } job)
            return;

        var open = await StillMeantAsync(settlement, filter, page, ct);
        job = job.With(_ => { }, new ParkedCursor(office, page[^1].Place));
        if (open.Count > 0 && job.Job.Action is FailedAction.Discard)
            job = await DiscardAsync(settlement, job, office, open, ct);
        else if (open.Count > 0)
            job = await ReplayAsync(settlement, job, office, open, isPoison ? page.Select(p => p.Place).ToHashSet() : [], ct);
        await settlement.Write.Jobs.SaveAsync(job.With(j => j.UpdateTime = TimeOf(settlement)), ct);
        await settlement.CommitAsync(ct);
    }

    // Under the lock: meanwhile a correction may have come, or another job.
    private static async ValueTask<List<PendingChange>> StillMeantAsync(
        SettlementWrite settlement, ParkedFilter filter, IReadOnlyList<PendingChange> page, CancellationToken ct)
    {
        var view = settlement.ViewOf(page[0].Office);
        var open = new List<PendingChange>(page.Count);
        foreach (var parked in page)
        {
            await settlement.Write.LoadPendingAsync(view, parked.Position, parked.Index, ct);
            if (view.FindPending(parked.Position, parked.Index) is { } now && filter.Matches(now))
                open.Add(now);
        }

        return open;
    }

    private static async ValueTask<StoredJob> DiscardAsync(
        SettlementWrite settlement, StoredJob job, OfficeCode office, List<PendingChange> open, CancellationToken ct)
    {
        var next = settlement.NextEntryOf(office);
        var act = new ChangesDiscarded { JobId = job.Job.JobId };
        foreach (var parked in open)
        {
            settlement.ViewOf(office).Settle(parked, PendingState.Discarded, next.Position, act.Changes.Count);
            act.Changes.Add(new EntryRef { Position = parked.Position, Index = parked.Index });
        }

        await settlement.AppendAsync(office, new SettlementEntry { Reason = job.Job.Reason, ChangesDiscarded = act }, [], ct);
        return job.With(j => j.ChangesDone += open.Count);
    }

    private async ValueTask<StoredJob> ReplayAsync(
        SettlementWrite settlement, StoredJob job, OfficeCode office, List<PendingChange> open, HashSet<EntryPlace> poison, CancellationToken ct)
    {
        var entries = await reading.WholeEntriesOfAsync(office, open, ct);
        var page = await LoadAsync(settlement, office, entries, poison, ct);
        foreach (var entry in entries)
            decider.Decide(entry, page);
        var act = new SettlementEntry
        {
            Reason = job.Job.Reason,
            ChangesReplayed = new ChangesReplayed { JobId = job.Job.JobId, AttemptsMax = limits.ReplayAttemptsMax },
        };
        await settlement.AppendAsync(office, act, page.Decided, ct);
        var quarantined = page.Decided.Count(d => page.View.FindPending(d.Origin!.Position, d.Origin.Index)!.State is PendingState.Quarantined);
        return job.With(
            j =>
            {
                j.ChangesDone += page.Decided.Count;
                j.ChangesQuarantined += quarantined;
                j.Counts = Sum(j.Counts, new BatchDecision([.. page.Decided.Select(d => d.Decision)]).Count());
            },
            new ParkedCursor(office, entries[^1].End));
    }

    private async ValueTask<ReplayPage> LoadAsync(
        SettlementWrite settlement, OfficeCode office, IReadOnlyList<ParkedEntry> entries, HashSet<EntryPlace> poison, CancellationToken ct)
    {
        var view = settlement.ViewOf(office);
        var contents = entries.SelectMany(e => e.Changes).ToList();
        foreach (var content in contents)
            await settlement.Write.LoadPendingAsync(view, content.Parked.Position, content.Parked.Index, ct);
        await settlement.LoadAsync(office, [.. contents.Select(c => c.Change)], ct);
        var places = await LogicalPlaces.OfAsync(failed, view, entries, ct);
        return new ReplayPage(view, settlement.NextEntryOf(office), places, poison);
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
