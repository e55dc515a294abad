using KpuSync.Contracts.V1;
using KpuSync.Core.Items;

namespace KpuSync.Core.Register;

/// <summary>
/// What an outcome, once it is decided, does to the register and to the changes that wait. Pushing and rebuilding both go through here, so that they
/// cannot differ; nothing is decided here.
/// </summary>
public static class OutcomeTransition
{
    /// <summary>The code of a change that failed only because its batch did.</summary>
    public const string BatchNotApplied = "BATCH_NOT_APPLIED";

    /// <summary>True if an ALL_OR_NOTHING batch fails by a change with this outcome.</summary>
    public static bool FailsBatch(OutcomeStatus status) => status is OutcomeStatus.Rejected or OutcomeStatus.Conflict or OutcomeStatus.Held;

    /// <summary>Carries one outcome of a batch that did not fail as a whole into the view.</summary>
    /// <param name="view">The office's register and waiting changes.</param>
    /// <param name="change">The change.</param>
    /// <param name="status">Its outcome.</param>
    /// <param name="violations">Why.</param>
    /// <param name="corrected">The open change that it replaces; null if none.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="index">Its place in the entry.</param>
    public static void Apply(
        OfficeView view,
        Change change,
        OutcomeStatus status,
        IReadOnlyList<Violation> violations,
        PendingChange? corrected,
        in EntryMoment entry,
        int index)
    {
        change = ReplacedVillage.In(change, violations);
        if (corrected is not null && status is OutcomeStatus.Applied or OutcomeStatus.Unchanged or OutcomeStatus.Held)
            view.Settle(corrected, PendingState.Superseded, entry.Position, index);
        if (status is OutcomeStatus.Applied or OutcomeStatus.Unchanged)
            Overtake(view, change, entry.Position, index);
        if (status is OutcomeStatus.Applied)
            Put(view, change, entry, index);
        if (FailsBatch(status))
            Keep(view, change, violations, entry, index, status is OutcomeStatus.Held ? PendingKind.Held : PendingKind.Parked);
    }

    /// <summary>Carries one change of a settlement into the view. What waits behind a released change stays: its turn comes after.</summary>
    /// <param name="view">The office's register and waiting changes.</param>
    /// <param name="change">The change.</param>
    /// <param name="status">Its outcome.</param>
    /// <param name="violations">Why.</param>
    /// <param name="origin">The held change that it carries out; null if it is a change of its own.</param>
    /// <param name="isGivenUp">True if the held change was given up rather than decided.</param>
    /// <param name="entry">The settlement.</param>
    /// <param name="index">Its place in it.</param>
    public static void Settle(
        OfficeView view,
        Change change,
        OutcomeStatus status,
        IReadOnlyList<Violation> violations,
        PendingChange? origin,
        bool isGivenUp,
        in EntryMoment entry,
        int index)
    {
        change = ReplacedVillage.In(change, violations);
        if (origin is not null)
            view.Settle(origin, isGivenUp ? PendingState.Rejected : PendingState.Released, entry.Position, index);
        else if (status is OutcomeStatus.Applied)
            Overtake(view, change, entry.Position, index);
        if (status is OutcomeStatus.Applied)
            Put(view, change, entry, index);
        if (FailsBatch(status) && !isGivenUp)
            Keep(view, change, violations, entry, index, status is OutcomeStatus.Held ? PendingKind.Held : PendingKind.Parked);
    }

    /// <summary>Carries one parked change that was decided again into the view. What was not taken stays where it is, with one attempt more.</summary>
    /// <param name="view">The office's register and waiting changes.</param>
    /// <param name="change">The change.</param>
    /// <param name="status">Its outcome; NOT_APPLIED if its batch failed again, or it must not be held before what came later.</param>
    /// <param name="violations">Why.</param>
    /// <param name="parked">Where it is parked.</param>
    /// <param name="entry">The settlement.</param>
    /// <param name="index">Its place in it.</param>
    /// <param name="attemptsMax">From this many attempts on it is in quarantine.</param>
    public static void Replay(
        OfficeView view,
        Change change,
        OutcomeStatus status,
        IReadOnlyList<Violation> violations,
        PendingChange parked,
        in EntryMoment entry,
        int index,
        int attemptsMax)
    {
        change = ReplacedVillage.In(change, violations);
        if (status is OutcomeStatus.Held)
            view.Hold(parked, CodeOf(violations), entry.Position, index);
        else if (status is OutcomeStatus.Applied or OutcomeStatus.Unchanged)
            view.Settle(parked, PendingState.Replayed, entry.Position, index);
        else if (status is OutcomeStatus.Superseded)
            view.Settle(parked, PendingState.Superseded, entry.Position, index);
        else
            view.Retry(parked, CodeOf(violations), attemptsMax, entry.Position, index);
        if (status is OutcomeStatus.Applied or OutcomeStatus.Unchanged)
            Overtake(view, change, entry.Position, index, before: parked.Place);
        if (status is OutcomeStatus.Applied)
            Put(view, change, entry, index);
    }

    /// <summary>Parks one change of a batch that failed as a whole.</summary>
    public static void Park(OfficeView view, Change change, IReadOnlyList<Violation> violations, in EntryMoment entry, int index) =>
        Keep(view, change, violations, entry, index, PendingKind.Parked);

    /// <summary>The waiting change that another one replaces; null if it names none that waits.</summary>
    public static PendingChange? FindCorrected(OfficeView view, Change change, Func<long, long?> positionOf)
    {
        if (change.Corrects is not { } reference || positionOf(reference.Sequence) is not { } position)
            return null;

        if (view.FindPending(position, reference.Index) is not { IsOpen: true } open)
            return null;

        // A row about a party settles nothing of a voter, whoever sends it, and the other way round. Where the key could not be read, either may be meant.
        var settlesOther = ItemKeys.Of(change) is null ? open.Item is not null : open.Nik is not null;
        return settlesOther ? null : open;
    }

    private static void Put(OfficeView view, Change change, in EntryMoment entry, int index)
    {
        if (ItemKeys.Of(change) is { } item)
            ItemTransition.Apply(view, change, item, entry.Position, index);
        else
            RegisterTransition.Apply(view, change, entry.Position, index, entry.OfficeDay);
    }

    // What applies although an earlier change of that person is held has overtaken it.
    private static void Overtake(OfficeView view, Change change, long position, int index, EntryPlace? before = null)
    {
        // What is said about another office's voter has nothing to do with a hold of the same number here.
        if (change.KindCase is Change.KindOneofCase.VoterClaim || ChangeKeys.Of(change).Nik is not { } nik)
            return;
        foreach (var held in view.OpenHolds(nik, corrected: null).Where(held => before is not { } place || held.Place < place))
            view.Settle(held, PendingState.Superseded, position, index);
    }

    private static void Keep(OfficeView view, Change change, IReadOnlyList<Violation> violations, in EntryMoment entry, int index, PendingKind kind) =>
        view.Add(new PendingChange
        {
            Office = view.Office,
            Position = entry.Position,
            Index = index,
            TimeMilliseconds = entry.TimeMilliseconds,
            Kind = kind,
            State = PendingState.Open,
            Nik = ChangeKeys.Of(change).Registered,
            Item = ItemKeys.Of(change),
            Code = CodeOf(violations),
        });

    private static string CodeOf(IReadOnlyList<Violation> violations) =>
        violations.FirstOrDefault(v => v.Severity is not Severity.Warning)?.Code ?? BatchNotApplied;
}
