using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>Which parked changes.</summary>
/// <param name="Range">The office, province or nation.</param>
/// <param name="Code">Code that they are parked by; null for any.</param>
/// <param name="State">In which state.</param>
/// <param name="SinceMilliseconds">Committed at or after this; null for any time.</param>
/// <param name="UntilMilliseconds">Committed before this; null for any time.</param>
/// <param name="Batches">Only these batches, in ledger order; none for all.</param>
/// <param name="Indexes">Only these changes of the one batch; none for all.</param>
public sealed record ParkedFilter(
    OfficeCode Range,
    string? Code,
    PendingState State,
    long? SinceMilliseconds,
    long? UntilMilliseconds,
    IReadOnlyList<ParkedBatch> Batches,
    IReadOnlySet<int> Indexes)
{
    /// <summary>True if a parked change of one of <see cref="Batches"/> is meant.</summary>
    public bool Matches(PendingChange parked) =>
        parked.Kind is PendingKind.Parked
        && parked.State == State
        && (Code is null || parked.Code == Code)
        && (SinceMilliseconds is not { } since || parked.TimeMilliseconds >= since)
        && (UntilMilliseconds is not { } until || parked.TimeMilliseconds < until)
        && (Indexes.Count == 0 || Indexes.Contains(parked.Index));

    /// <summary>True if there may be a change that both mean. Two that name batches are compared by these; others by their ranges.</summary>
    public bool MayMeet(ParkedFilter other)
    {
        if (Batches.Count > 0 && other.Batches.Count > 0)
            return Batches.Intersect(other.Batches).Any();
        return OfficesIn(this).Any(mine => OfficesIn(other).Any(theirs => Access.OfficeGrants.Covers(mine, theirs) || Access.OfficeGrants.Covers(theirs, mine)));
    }

    private static IEnumerable<OfficeCode> OfficesIn(ParkedFilter filter) =>
        filter.Batches.Count > 0 ? filter.Batches.Select(b => b.Office).Distinct() : [filter.Range];
}

/// <summary>Where a batch with parked changes stands.</summary>
/// <param name="Office">Whose ledger.</param>
/// <param name="Position">Position of the entry; 0 is before all of the office.</param>
public readonly record struct ParkedBatch(OfficeCode Office, long Position);
