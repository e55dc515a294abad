using KpuSync.Contracts.V1;
using KpuSync.Core.Push;
using KpuSync.Core.Register;

namespace KpuSync.Core.Settlements;

/// <summary>A change that a settlement carries, with what became of it.</summary>
/// <param name="Change">The change.</param>
/// <param name="Decision">Its outcome.</param>
/// <param name="Origin">The held change that it carries out; null if it is a change of its own.</param>
public sealed record DecidedChange(Change Change, Decision Decision, PendingChange? Origin = null)
{
    /// <summary>A removal that a settlement makes.</summary>
    public static DecidedChange Removal(VoterRemoval removal) => new(new Change { VoterRemoval = removal }, new Decision(OutcomeStatus.Applied, []));
}
