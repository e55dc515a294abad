using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Pull;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;

namespace KpuSync.Core.Replay;

/// <summary>Turns parked changes into what callers see of them.</summary>
internal static class FailedViews
{
    /// <summary>A failed batch.</summary>
    /// <param name="entry">Its entry.</param>
    /// <param name="parked">Every change of it that was ever parked.</param>
    public static FailedBatch BatchOf(ParkedEntry entry, IReadOnlyCollection<PendingChange> parked)
    {
        var stored = entry.Entry;
        var batch = new FailedBatch
        {
            Batch = RefOf(stored.Office, stored.Position),
            CommitTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(stored.CommitTimeMilliseconds)),
            ProducerId = stored.ProducerId ?? "",
            Sequence = stored.Sequence ?? 0,
            SourceName = entry.SourceName,
            Mode = entry.Mode,
            Actor = stored.Actor,
            RuleSetVersion = stored.RuleSetVersion,
            Attempts = parked.Max(p => p.Attempts),
        };
        batch.States.AddRange(parked.GroupBy(ParkedFilters.StateOf).OrderBy(g => g.Key)
            .Select(g => new FailedStateCount { State = g.Key, Changes = g.Count() }));
        batch.Codes.AddRange(CodesOf(parked.Where(p => p.IsParked).GroupBy(p => p.Code).ToDictionary(g => g.Key, g => (long)g.Count())));
        return batch;
    }

    /// <summary>Counts by code, most first.</summary>
    public static IEnumerable<FailedCodeCount> CodesOf(IReadOnlyDictionary<string, long> counts) => counts
        .OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => new FailedCodeCount { Code = c.Key, Changes = c.Value });

    /// <summary>A parked change as it was last decided.</summary>
    /// <param name="content">The change as its entry has it.</param>
    /// <param name="tried">The replay that last tried or took it; null if none did.</param>
    /// <param name="isMasked">Hide identity numbers, birth dates and disabilities.</param>
    public static FailedChange ChangeOf(ParkedContent content, StoredSettlement? tried, bool isMasked)
    {
        var parked = content.Parked;
        var view = new FailedChange
        {
            Index = parked.Index,
            State = ParkedFilters.StateOf(parked),
            Status = tried?.Statuses[parked.SettledIndex!.Value] ?? content.Status,
            Code = parked.Code,
            Attempts = parked.Attempts,
            Change = isMasked ? ChangeMask.Masked(content.Change) : content.Change,
            Decided = parked.SettledPosition is { } position ? new EntryRef { Position = position, Index = parked.SettledIndex ?? 0 } : null,
        };
        view.Violations.AddRange(tried?.ViolationsOf(parked.SettledIndex!.Value) ?? content.Violations);
        return view;
    }

    /// <summary>Where a batch stands.</summary>
    public static FailedBatchRef RefOf(Rules.Values.OfficeCode office, long position) => new() { OfficeCode = office.Value, Position = position };
}
