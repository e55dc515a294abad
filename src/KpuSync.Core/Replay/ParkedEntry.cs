using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Chain;

namespace KpuSync.Core.Replay;

/// <summary>An entry with parked changes, read from the ledger.</summary>
/// <param name="Entry">The entry, without its changes.</param>
/// <param name="Mode">How it was decided.</param>
/// <param name="SourceName">File or system that it came from; empty for a settlement.</param>
/// <param name="Changes">The parked changes of it that were asked for.</param>
public sealed record ParkedEntry(LedgerEntry Entry, BatchMode Mode, string SourceName, IReadOnlyList<ParkedContent> Changes)
{
    /// <summary>Where a replay of these changes has come to: an ALL_OR_NOTHING batch is behind it as a whole.</summary>
    public EntryPlace End => new(Entry.Position, Mode is BatchMode.AllOrNothing ? int.MaxValue : Changes[^1].Parked.Index);

    /// <summary>Takes parked changes out of their entry.</summary>
    /// <exception cref="InvalidDataException">The entry is damaged.</exception>
    public static ParkedEntry Of(LedgerEntry entry, IEnumerable<PendingChange> parked)
    {
        var (unpacked, outcomes) = Read(entry);
        var byIndex = outcomes.ToDictionary(o => o.Index);
        return new ParkedEntry(
            entry with { Payload = [] },
            unpacked.Mode,
            unpacked.SourceName,
            [.. parked.Select(p => new ParkedContent(
                p, unpacked.Parse(p.Index), (OutcomeStatus)entry.Statuses[p.Index], byIndex.TryGetValue(p.Index, out var outcome) ? outcome.Violations : []))]);
    }

    private static (UnpackedBatch Changes, IEnumerable<Outcome> Outcomes) Read(LedgerEntry entry)
    {
        if (entry.Kind is not EntryKind.Settlement)
            return (BatchBlob.Unpack(entry.Payload), Receipt.Parser.ParseFrom(entry.Receipt).Outcomes);
        var settlement = StoredSettlement.Of(entry);
        return (settlement.Changes, settlement.Act.Outcomes);
    }
}

/// <summary>A parked change with what the ledger says of it.</summary>
/// <param name="Parked">Where it is parked.</param>
/// <param name="Change">The change.</param>
/// <param name="Status">What came of it in its entry.</param>
/// <param name="Violations">Why.</param>
public sealed record ParkedContent(PendingChange Parked, Change Change, OutcomeStatus Status, IReadOnlyList<Violation> Violations);
