using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>How many changes had which outcome.</summary>
/// <param name="Applied">In the register.</param>
/// <param name="Unchanged">The register said so already.</param>
/// <param name="Held">Valid, but waits for something.</param>
/// <param name="Conflict">Asked for a revision that is not current.</param>
/// <param name="Rejected">Breaks a rule.</param>
/// <param name="NotApplied">Fell with its batch.</param>
/// <param name="Superseded">Overtaken by something newer.</param>
public readonly record struct OutcomeTotals(long Applied, long Unchanged, long Held, long Conflict, long Rejected, long NotApplied, long Superseded)
{
    /// <summary>All changes that have an outcome.</summary>
    public long Sum => Applied + Unchanged + Held + Conflict + Rejected + NotApplied + Superseded;

    /// <summary>Changes that did not reach the register: all but <see cref="Applied"/> and <see cref="Unchanged"/>.</summary>
    public long NotInRegister => Sum - Applied - Unchanged;

    /// <summary>These totals and the counts of one more receipt.</summary>
    public OutcomeTotals Plus(OutcomeCounts? counts) => counts is null
        ? this
        : new(
            Applied + counts.Applied,
            Unchanged + counts.Unchanged,
            Held + counts.Held,
            Conflict + counts.Conflict,
            Rejected + counts.Rejected,
            NotApplied + counts.NotApplied,
            Superseded + counts.Superseded);

    /// <summary>Both together.</summary>
    public OutcomeTotals Plus(OutcomeTotals other) => new(
        Applied + other.Applied,
        Unchanged + other.Unchanged,
        Held + other.Held,
        Conflict + other.Conflict,
        Rejected + other.Rejected,
        NotApplied + other.NotApplied,
        Superseded + other.Superseded);
}
