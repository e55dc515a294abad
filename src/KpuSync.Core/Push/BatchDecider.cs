using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Push;

/// <summary>Decides a batch in memory, change by change; each sees what the ones before it did. The view then holds what is to be written.</summary>
public sealed partial class BatchDecider(ILogger<BatchDecider> logger)
{
    private static Decision PoisonDecision => new(OutcomeStatus.Rejected, [StateRules.ChangePoison.At("")]);

    /// <summary>Decides the batch that is to stand at <paramref name="position"/>.</summary>
    /// <param name="changes">Its changes, checked.</param>
    /// <param name="mode">Whether good changes apply beside bad ones.</param>
    /// <param name="view">The office's register.</param>
    /// <param name="position">Position of its entry.</param>
    /// <param name="officeDay">The office's day.</param>
    /// <param name="positionOf">Where an earlier batch of the same producer stands, by sequence; null if it is not in the ledger.</param>
    /// <param name="poison">Indexes of changes that the database refuses.</param>
    public BatchDecision Decide(
        IReadOnlyList<ScreenedChange> changes,
        BatchMode mode,
        OfficeView view,
        long position,
        DateOnly officeDay,
        Func<long, long?> positionOf,
        IReadOnlySet<int>? poison = null)
    {
        var start = view.Savepoint;
        var decisions = new Decision[changes.Count];
        for (var i = 0; i < decisions.Length; i++)
        {
            decisions[i] = poison?.Contains(i) == true
                ? Set(PoisonDecision, changes[i], view, position, i)
                : DecideOne(changes[i], view, position, i, officeDay, positionOf);
        }

        if (mode is BatchMode.AllOrNothing && decisions.Any(d => d.FailsBatch))
        {
            view.RollBackTo(start);
            FailAll(decisions, changes, view, position);
        }

        return new BatchDecision(decisions);
    }

    private Decision DecideOne(
        in ScreenedChange screened, OfficeView view, long position, int index, DateOnly officeDay, Func<long, long?> positionOf)
    {
        var start = view.Savepoint;
        try
        {
            return DecideAndApply(screened, view, position, index, officeDay, positionOf);
        }
#pragma warning disable CA1031 // One change that makes the code throw is parked; its neighbours must not suffer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogPoison(e, view.Office, position, index);
            view.RollBackTo(start);
            return Set(PoisonDecision, screened, view, position, index);
        }
    }

    private static Decision DecideAndApply(
        in ScreenedChange screened, OfficeView view, long position, int index, DateOnly officeDay, Func<long, long?> positionOf)
    {
        if (screened.IsRejected)
            return Set(new Decision(OutcomeStatus.Rejected, screened.Violations), screened, view, position, index);

        var corrected = FindCorrected(screened.Change, view, positionOf);
        var decision = ChangeDecider.Decide(screened, view, corrected, officeDay);
        if (screened.Change.Corrects is not null && corrected is null)
            decision = decision with { Violations = [.. decision.Violations, StateRules.CorrectsNothing.At("corrects")] };

        if (corrected is not null && decision.Status is OutcomeStatus.Applied or OutcomeStatus.Unchanged or OutcomeStatus.Held)
            view.Supersede(corrected, position, index);
        if (decision.Status is OutcomeStatus.Applied or OutcomeStatus.Unchanged)
            Overtake(screened, view, position, index);
        if (decision.Status is OutcomeStatus.Applied)
            RegisterTransition.Apply(view, screened.Change, position, index, RegisterTransition.EffectiveDateOf(screened.Change, officeDay));
        return Set(decision, screened, view, position, index);
    }

    private static PendingChange? FindCorrected(Change change, OfficeView view, Func<long, long?> positionOf)
    {
        if (change.Corrects is not { } reference || positionOf(reference.Sequence) is not { } position)
            return null;
        return view.FindPending(position, reference.Index) is { State: PendingState.Open } open ? open : null;
    }

    // What applies although an earlier change of that person is held has overtaken it.
    private static void Overtake(in ScreenedChange screened, OfficeView view, long position, int index)
    {
        if (screened.Nik is not { } nik)
            return;
        foreach (var held in view.OpenHolds(nik, corrected: null))
            view.Supersede(held, position, index);
    }

    // A change that was not applied is kept: held ones block their person, the others are parked for an administrator.
    private static Decision Set(Decision decision, in ScreenedChange screened, OfficeView view, long position, int index)
    {
        if (decision.FailsBatch)
            view.Add(Pending(decision, screened, view.Office, position, index, decision.Status is OutcomeStatus.Held ? PendingKind.Held : PendingKind.Parked));
        return decision;
    }

    private static void FailAll(Decision[] decisions, IReadOnlyList<ScreenedChange> changes, OfficeView view, long position)
    {
        for (var i = 0; i < decisions.Length; i++)
        {
            if (!decisions[i].FailsBatch)
                decisions[i] = decisions[i] with { Status = OutcomeStatus.NotApplied };
            view.Add(Pending(decisions[i], changes[i], view.Office, position, i, PendingKind.Parked));
        }
    }

    private static PendingChange Pending(
        Decision decision, in ScreenedChange screened, OfficeCode office, long position, int index, PendingKind kind) => new()
        {
            Office = office,
            Position = position,
            Index = index,
            Kind = kind,
            State = PendingState.Open,
            Nik = screened.OldNik ?? screened.Nik,
            Code = decision.Violations.FirstOrDefault(v => v.Severity is not Severity.Warning)?.Code ?? "BATCH_NOT_APPLIED",
        };

    [LoggerMessage(Level = LogLevel.Error, Message = "Deciding change {Index} of entry {Position} of office {Office} threw; the change is parked")]
    private partial void LogPoison(Exception exception, OfficeCode office, long position, int index);
}
