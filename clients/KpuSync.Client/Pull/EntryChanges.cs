using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Pull;

/// <summary>The changes in a ledger entry, whoever made them: a batch, or something that was settled.</summary>
internal static class EntryChanges
{
    /// <summary>Each change with what became of it; none for an entry of another kind.</summary>
    /// <exception cref="SyncException">The entry is masked: what it says of voters cannot be followed.</exception>
    public static IEnumerable<(Change Change, OutcomeStatus Status)> Of(Entry entry)
    {
        if (entry.Batch?.Masked == true || entry.Settlement?.Masked == true)
            throw ClientTexts.MaskedLedger();
        return entry switch
        {
            { Batch: { } batch } => batch.Changes.Zip(batch.Statuses),
            { Settlement: { } settlement } => settlement.Changes.Zip(settlement.Statuses),
            _ => [],
        };
    }
}
