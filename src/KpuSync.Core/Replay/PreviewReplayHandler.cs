using System.Runtime.CompilerServices;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Core.Pull;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>Decides parked changes as a replay would, on a copy in memory, and says what would be different. Writes nothing.</summary>
public sealed class PreviewReplayHandler(
    IFailedReader failed, ILedgerReader ledger, ParkedPages pages, ParkedReading reading, ReplayDecider decider, FailedSelection selection, CurrentRegions regions, SyncLimits limits,
    TimeProvider time)
{
    private const int LimitDefault = 1_000;
    private const int LimitMax = 10_000;

    /// <summary>The changes in the order in which they would be decided, an answer for each page. A refusal comes first and alone.</summary>
    public async IAsyncEnumerable<Result<PreviewReplayResponse>> ReadAsync(Caller caller, PreviewReplayRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var read = FailedSelection.Read(caller, request.Filter);
        if (!read.IsOk || request.Limit is < 0 or > LimitMax)
        {
            yield return read.IsOk ? SyncError.RequestInvalid("limit") : read.Error;
            yield break;
        }

        var filter = read.Value;
        var counted = await selection.CountAsync(filter, ct);
        if (!counted.IsOk)
        {
            yield return counted.Error;
            yield break;
        }

        var left = request.Limit == 0 ? LimitDefault : request.Limit;
        var (cursor, office) = (new ParkedCursor(null, default), (PreviewedOffice?)null);
        while (left > 0 && await pages.NextAsync(filter, cursor, Math.Min(left, limits.ReplayPageChangesMax), ct) is { Count: > 0 } page)
        {
            if (office?.View.Office != page[0].Office)
                office = await BeginAsync(page[0].Office, ct);
            var entries = await reading.WholeEntriesOfAsync(office!.View.Office, page, ct);
            var response = new PreviewReplayResponse { ChangesTotal = counted.Value };
            response.Changes.AddRange(await PreviewAsync(office, entries, !OfficeGrants.SeesFullRecords(caller), ct));
            yield return response;
            cursor = new ParkedCursor(office.View.Office, entries[^1].End);
            left -= page.Count;
        }
    }

    private async ValueTask<PreviewedOffice> BeginAsync(OfficeCode office, CancellationToken ct) =>
        new(new OfficeView(office), new LogicalPlaces(failed, office)) { Position = (await ledger.HeadOfAsync(office, ct)).Position };

    private async ValueTask<IReadOnlyList<PreviewedChange>> PreviewAsync(
        PreviewedOffice office, IReadOnlyList<ParkedEntry> entries, bool isMasked, CancellationToken ct)
    {
        var view = office.View;
        var contents = entries.SelectMany(e => e.Changes).ToList();
        foreach (var content in contents)
            view.Load(content.Parked);
        await ledger.LoadAsync(view, [.. ChangeKeys.PeopleIn(contents.Select(c => c.Change)).Distinct().Order()], ct);
        await ItemLoading.LoadAsync(ledger.LoadItemsAsync, view, ItemsToDecide.Of(view.Office, contents.Select(c => c.Change)), ct);
        await office.Places.LoadAsync(view, entries, ct);

        var moment = EntryMoment.Of(view.Office, ++office.Position, time.GetUtcNow());
        var page = new ReplayPage(view, moment, office.Places, decider.Screen(contents, view.Office, moment.OfficeDay, regions.Today), new HashSet<EntryPlace>());
        var previews = new List<PreviewedChange>(contents.Count);
        foreach (var entry in entries)
            previews.AddRange(Preview(entry, page, isMasked));
        view.Forget();
        return previews;
    }

    // An entry at a time: of two changes of one person each shows what it makes different itself, unless they are of one batch.
    private List<PreviewedChange> Preview(ParkedEntry entry, ReplayPage page, bool isMasked)
    {
        var before = entry.Changes.Select(c => RecordDifferences.Read(page.View, c.Change, isMasked)).ToList();
        var first = page.Decided.Count;
        decider.Decide(entry, page, entry.Mode);
        var previews = new List<PreviewedChange>(before.Count);
        for (var i = 0; i < before.Count; i++)
        {
            var (content, decision) = (entry.Changes[i], page.Decided[first + i].Decision);
            var preview = new PreviewedChange
            {
                Batch = FailedViews.RefOf(page.View.Office, content.Parked.Position),
                Index = content.Parked.Index,
                Code = content.Parked.Code,
                Status = decision.Status,
                Change = isMasked ? ChangeMask.Masked(content.Change) : content.Change,
            };
            preview.Violations.AddRange(decision.Violations);
            if (decision.Status is OutcomeStatus.Applied)
                preview.Differences.AddRange(RecordDifferences.Between(before[i], RecordDifferences.Read(page.View, content.Change, isMasked)));
            previews.Add(preview);
        }

        return previews;
    }

    private sealed class PreviewedOffice(OfficeView view, LogicalPlaces places)
    {
        public OfficeView View => view;

        public LogicalPlaces Places => places;

        public long Position { get; set; }
    }
}
