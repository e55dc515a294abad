using KpuSync.Contracts.V1;
using KpuSync.Core.Register;
using KpuSync.Rules;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Push;

/// <summary>Decides a batch in memory, change by change; each sees what the ones before it did. The view then holds what is to be written.</summary>
public sealed partial class BatchDecider(ChangeRules rules, ILogger<BatchDecider> logger)
{
    /// <summary>Decides the batch that is to stand at <paramref name="entry"/>.</summary>
    /// <param name="changes">Its changes, checked.</param>
    /// <param name="mode">Whether good changes apply beside bad ones.</param>
    /// <param name="view">The office's register.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="positionOf">Where an earlier batch of the same producer stands, by sequence; null if it is not in the ledger.</param>
    /// <param name="poison">Indexes of changes that the database refuses.</param>
    public BatchDecision Decide(
        IReadOnlyList<ScreenedChange> changes,
        BatchMode mode,
        OfficeView view,
        EntryMoment entry,
        Func<long, long?> positionOf,
        IReadOnlySet<int>? poison = null)
    {
        var start = view.Savepoint;
        var decisions = new Decision[changes.Count];
        for (var i = 0; i < decisions.Length; i++)
        {
            decisions[i] = poison?.Contains(i) == true
                ? Poison(changes[i], view, entry, i)
                : DecideOne(changes[i], view, entry, i, positionOf);
        }

        if (mode is BatchMode.AllOrNothing && decisions.Any(d => d.FailsBatch))
        {
            view.RollBackTo(start);
            FailAll(decisions, changes, view, entry);
        }

        return new BatchDecision(decisions);
    }

    private Decision DecideOne(in ScreenedChange screened, OfficeView view, in EntryMoment entry, int index, Func<long, long?> positionOf)
    {
        var start = view.Savepoint;
        try
        {
            return DecideAndApply(screened, view, entry, index, positionOf);
        }
#pragma warning disable CA1031 // One change that makes the code throw is parked; its neighbours must not suffer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogPoison(e.GetType().Name, index, entry.Position, view.Office);
            view.RollBackTo(start);
            return Poison(screened, view, entry, index);
        }
    }

    private Decision DecideAndApply(
        in ScreenedChange screened, OfficeView view, in EntryMoment entry, int index, Func<long, long?> positionOf)
    {
        var corrected = OutcomeTransition.FindCorrected(view, screened.Change, positionOf);
        var decision = screened.IsRejected
            ? new Decision(OutcomeStatus.Rejected, screened.Violations)
            : ChangeDecider.Decide(screened, new DecisionContext(view, corrected, entry.OfficeDay, rules.Severities));
        if (screened.Change.Corrects is not null && corrected is null && !screened.IsRejected)
            decision = decision with { Violations = [.. decision.Violations, StateRules.CorrectsNothing.At("corrects")] };
        OutcomeTransition.Apply(view, screened.Change, decision.Status, decision.Violations, corrected, entry, index);
        return decision;
    }

    private static Decision Poison(in ScreenedChange screened, OfficeView view, in EntryMoment entry, int index)
    {
        var decision = new Decision(OutcomeStatus.Rejected, [StateRules.ChangePoison.At("")]);
        OutcomeTransition.Park(view, screened.Change, decision.Violations, entry, index);
        return decision;
    }

    private static void FailAll(Decision[] decisions, IReadOnlyList<ScreenedChange> changes, OfficeView view, in EntryMoment entry)
    {
        for (var i = 0; i < decisions.Length; i++)
        {
            if (!decisions[i].FailsBatch)
                decisions[i] = decisions[i] with { Status = OutcomeStatus.NotApplied };
            OutcomeTransition.Park(view, changes[i].Change, decisions[i].Violations, entry, i);
        }
    }

    // The exception's message may quote the data; its type does not.
    [LoggerMessage(Level = LogLevel.Error, Message = "{ExceptionType} on deciding change {Index} of entry {Position} of office {Office}; the change is parked")]
    private partial void LogPoison(string exceptionType, int index, long position, OfficeCode office);
}
