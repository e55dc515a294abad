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
    /// <param name="position">Position of its entry.</param>
    /// <param name="index">Its place in the entry.</param>
    /// <param name="officeDay">The office's day when it was decided.</param>
    public static void Apply(
        OfficeView view,
        Change change,
        OutcomeStatus status,
        IReadOnlyList<Violation> violations,
        PendingChange? corrected,
        long position,
        int index,
        DateOnly officeDay)
    {
        change = ReplacedVillage.In(change, violations);
        if (corrected is not null && status is OutcomeStatus.Applied or OutcomeStatus.Unchanged or OutcomeStatus.Held)
            view.Settle(corrected, PendingState.Superseded, position, index);
        if (status is OutcomeStatus.Applied or OutcomeStatus.Unchanged)
            Overtake(view, change, position, index);
        if (status is OutcomeStatus.Applied)
            Put(view, change, position, index, officeDay);
        if (FailsBatch(status))
            Keep(view, change, violations, position, index, status is OutcomeStatus.Held ? PendingKind.Held : PendingKind.Parked);
    }

    /// <summary>Carries one change of a settlement into the view. What waits behind a released change stays: its turn comes after.</summary>
    /// <param name="view">The office's register and waiting changes.</param>
    /// <param name="change">The change.</param>
    /// <param name="status">Its outcome.</param>
    /// <param name="violations">Why.</param>
    /// <param name="origin">The held change that it carries out; null if it is a change of its own.</param>
    /// <param name="isGivenUp">True if the held change was given up rather than decided.</param>
    /// <param name="position">Position of the settlement.</param>
    /// <param name="index">Its place in it.</param>
    /// <param name="officeDay">The office's day when it was decided.</param>
    public static void Settle(
        OfficeView view,
        Change change,
        OutcomeStatus status,
        IReadOnlyList<Violation> violations,
        PendingChange? origin,
        bool isGivenUp,
        long position,
        int index,
        DateOnly officeDay)
    {
        change = ReplacedVillage.In(change, violations);
        if (origin is not null)
            view.Settle(origin, isGivenUp ? PendingState.Rejected : PendingState.Released, position, index);
        else if (status is OutcomeStatus.Applied)
            Overtake(view, change, position, index);
        if (status is OutcomeStatus.Applied)
            Put(view, change, position, index, officeDay);
        if (FailsBatch(status) && !isGivenUp)
            Keep(view, change, violations, position, index, status is OutcomeStatus.Held ? PendingKind.Held : PendingKind.Parked);
    }

    /// <summary>Parks one change of a batch that failed as a whole.</summary>
    public static void Park(OfficeView view, Change change, IReadOnlyList<Violation> violations, long position, int index) =>
        Keep(view, change, violations, position, index, PendingKind.Parked);

    /// <summary>The waiting change that another one replaces; null if it names none that waits.</summary>
    public static PendingChange? FindCorrected(OfficeView view, Change change, Func<long, long?> positionOf)
    {
        if (change.Corrects is not { } reference || positionOf(reference.Sequence) is not { } position)
            return null;

        // A row about a party settles nothing of a voter, whoever sends it, and the other way round.
        return view.FindPending(position, reference.Index) is { State: PendingState.Open } open && open.Item is null == ItemKeys.Of(change) is null ? open : null;
    }

    private static void Put(OfficeView view, Change change, long position, int index, DateOnly officeDay)
    {
        if (ItemKeys.Of(change) is { } item)
            ItemTransition.Apply(view, change, item, position, index);
        else
            RegisterTransition.Apply(view, change, position, index, officeDay);
    }

    // What applies although an earlier change of that person is held has overtaken it.
    private static void Overtake(OfficeView view, Change change, long position, int index)
    {
        // What is said about another office's voter has nothing to do with a hold of the same number here.
        if (change.KindCase is Change.KindOneofCase.VoterClaim || ChangeKeys.Of(change).Nik is not { } nik)
            return;
        foreach (var held in view.OpenHolds(nik, corrected: null))
            view.Settle(held, PendingState.Superseded, position, index);
    }

    private static void Keep(OfficeView view, Change change, IReadOnlyList<Violation> violations, long position, int index, PendingKind kind) =>
        view.Add(new PendingChange
        {
            Office = view.Office,
            Position = position,
            Index = index,
            Kind = kind,
            State = PendingState.Open,
            Nik = ChangeKeys.Of(change).Registered,
            Item = kind is PendingKind.Held ? ItemKeys.Of(change) : null,
            Code = violations.FirstOrDefault(v => v.Severity is not Severity.Warning)?.Code ?? BatchNotApplied,
        });
}
