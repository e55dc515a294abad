using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Push;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Rules;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Replay;

/// <summary>Decides parked changes again, in ledger order, each seeing what the ones before it did: the rules and decisions of a push, but never over newer data.</summary>
public sealed partial class ReplayDecider(BatchScreen screen, ChangeRules rules, SyncLimits limits, ILogger<ReplayDecider> logger)
{
    private static readonly HashSet<string> NotGranted = [PartyStateRules.ChangeNotGranted.Code, PartyStateRules.PartyNotGranted.Code];

    /// <summary>Checks changes against the rules that need no other record: on all cores, as nothing of it depends on what is decided before.</summary>
    internal IReadOnlyDictionary<EntryPlace, ScreenedChange> Screen(IReadOnlyList<ParkedContent> contents, OfficeCode office, DateOnly officeDay, RegionCatalogue regions) => contents
        .AsParallel().Select(c => (c.Parked.Place, Screened: screen.CheckChange(c.Change, office, officeDay, regions))).ToDictionary(c => c.Place, c => c.Screened);

    /// <summary>Decides the parked changes of one entry. An ALL_OR_NOTHING batch is taken whole or not at all.</summary>
    /// <param name="parked">The entry with its changes.</param>
    /// <param name="page">What is being decided; the decisions are added.</param>
    /// <param name="mode">Whether it is taken whole: as it came, but for trials.</param>
    internal void Decide(ParkedEntry parked, ReplayPage page, BatchMode mode)
    {
        var start = page.View.Savepoint;
        var first = page.Decided.Count;
        foreach (var content in parked.Changes)
            DecideOne(content, page);
        if (mode is BatchMode.AllOrNothing && page.Decided.Skip(first).Any(d => FailsBatch(d.Decision.Status)))
            FailAll(page, first, start);
    }

    private void DecideOne(ParkedContent content, ReplayPage page)
    {
        var start = page.View.Savepoint;
        Decision decision;
        try
        {
            decision = DecisionOf(content, page);
            Carry(content.Change, content.Parked, decision, page, page.Decided.Count);
        }
#pragma warning disable CA1031 // One change that makes the code throw stays parked; its neighbours must not suffer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogPoison(e.GetType().Name, content.Parked.Index, content.Parked.Position, page.View.Office);
            page.View.RollBackTo(start);
            decision = Poison;
            Carry(content.Change, content.Parked, decision, page, page.Decided.Count);
        }

        page.Add(new DecidedChange(content.Change, decision, content.Parked));
    }

    private Decision DecisionOf(ParkedContent content, ReplayPage page)
    {
        // Who sent it was not allowed to, and whoever replays it does not change that.
        if (content.Violations.Any(v => NotGranted.Contains(v.Code)))
            return new Decision(OutcomeStatus.Rejected, content.Violations);
        if (page.Poison.Contains(content.Parked.Place))
            return Poison;
        if (page.HasNewerThan(content))
            return new Decision(OutcomeStatus.Superseded, [StateRules.NewerData.At("")]);
        var screened = page.Screened[content.Parked.Place];
        if (screened.IsRejected)
            return new Decision(OutcomeStatus.Rejected, screened.Violations);
        var decision = ChangeDecider.Decide(screened, new DecisionContext(page.View, content.Parked, page.Entry.OfficeDay, rules.Severities, IsRelease: true));

        // Held now, it would stand behind what came later and be released after it: it waits here until that one is settled.
        return decision.Status is OutcomeStatus.Held && HasLaterHold(content, page.View) ? WaitingOf(decision, content.Change) : decision;
    }

    private static bool HasLaterHold(ParkedContent content, OfficeView view)
    {
        var keys = ChangeKeys.Of(content.Change);
        IEnumerable<PendingChange> holds = ItemKeys.Of(content.Change) is { } item
            ? view.OpenHolds(item)
            : new[] { keys.Nik, keys.OldNik }.OfType<Nik>().SelectMany(nik => view.OpenHolds(nik));
        return holds.Any(hold => hold.Place > content.Parked.Place);
    }

    private static Decision WaitingOf(Decision decision, Change change)
    {
        var waits = ItemKeys.Of(change) is null ? StateRules.WaitsBehindHeld : PartyStateRules.PartyWaitsBehindHeld;
        return new Decision(OutcomeStatus.NotApplied, [.. decision.Violations.Where(v => v.Severity is Severity.Warning), waits.At("")]);
    }

    private void FailAll(ReplayPage page, int first, Savepoint start)
    {
        page.View.RollBackTo(start);
        for (var i = first; i < page.Decided.Count; i++)
        {
            var (change, decision, origin) = page.Decided[i];
            if (decision.Status is not (OutcomeStatus.Rejected or OutcomeStatus.Conflict or OutcomeStatus.Superseded))
                decision = decision with { Status = OutcomeStatus.NotApplied };
            page.Decided[i] = new DecidedChange(change, decision, origin);
            Carry(change, origin!, decision, page, i);
        }
    }

    private static bool FailsBatch(OutcomeStatus status) => OutcomeTransition.FailsBatch(status) || status is OutcomeStatus.NotApplied;

    private void Carry(Change change, PendingChange parked, Decision decision, ReplayPage page, int index) =>
        OutcomeTransition.Replay(page.View, change, decision.Status, decision.Violations, parked, page.Entry, index, limits.ReplayAttemptsMax);

    private static Decision Poison => new(OutcomeStatus.Rejected, [StateRules.ChangePoison.At("")]);

    // The exception's message may quote the data; its type does not.
    [LoggerMessage(Level = LogLevel.Error, Message = "{ExceptionType} on replaying change {Index} of entry {Position} of office {Office}; it stays parked")]
    private partial void LogPoison(string exceptionType, int index, long position, OfficeCode office);
}
