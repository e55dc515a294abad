using KpuSync.Contracts.V1;
using KpuSync.Core.Register;

namespace KpuSync.Core.Push;

/// <summary>What becomes of one change, and why.</summary>
/// <param name="Status">The outcome.</param>
/// <param name="Violations">Errors, holds and warnings; none for a clean change.</param>
public readonly record struct Decision(OutcomeStatus Status, IReadOnlyList<Violation> Violations)
{
    /// <summary>True if an ALL_OR_NOTHING batch fails by it.</summary>
    public bool FailsBatch => OutcomeTransition.FailsBatch(Status);
}

/// <summary>What becomes of a batch.</summary>
/// <param name="Changes">A decision for each change, in order.</param>
public sealed record BatchDecision(IReadOnlyList<Decision> Changes)
{
    /// <summary>The statuses in order.</summary>
    public OutcomeStatus[] Statuses => [.. Changes.Select(c => c.Status)];

    /// <summary>How many have which outcome.</summary>
    public OutcomeCounts Count()
    {
        var counts = new OutcomeCounts();
        foreach (var change in Changes)
        {
            switch (change.Status)
            {
                case OutcomeStatus.Applied: counts.Applied++; break;
                case OutcomeStatus.Unchanged: counts.Unchanged++; break;
                case OutcomeStatus.Held: counts.Held++; break;
                case OutcomeStatus.Conflict: counts.Conflict++; break;
                case OutcomeStatus.Rejected: counts.Rejected++; break;
                case OutcomeStatus.NotApplied: counts.NotApplied++; break;
                case OutcomeStatus.Superseded: counts.Superseded++; break;
                default: throw new InvalidOperationException($"No change ends as {change.Status}.");
            }
        }

        return counts;
    }

    /// <summary>The outcomes that a receipt lists: those that are not clean.</summary>
    public IEnumerable<Outcome> ListOutcomes(Batch batch)
    {
        for (var i = 0; i < Changes.Count; i++)
        {
            var (status, violations) = Changes[i];
            if (violations.Count == 0 && status is OutcomeStatus.Applied or OutcomeStatus.Unchanged)
                continue;
            var outcome = new Outcome { Index = i, Status = status, Reference = batch.Changes[i].Reference };
            outcome.Violations.AddRange(violations);
            yield return outcome;
        }
    }
}
