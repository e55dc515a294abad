using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Ledger;

/// <summary>An entry that is not what the chain says.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Problem">What is wrong: <c>missing</c>, <c>altered</c>, <c>damaged</c>, <c>receipt differs</c> or <c>head differs</c>.</param>
public sealed record ChainFault(long Position, string Problem);

/// <summary>Result of computing a ledger's chain again.</summary>
/// <param name="Office">Whose ledger.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="ChainHash">Chain hash of the last entry.</param>
/// <param name="Faults">Entries that were altered, dropped or reordered; none if the ledger is intact.</param>
public sealed record ChainReport(OfficeCode Office, long Entries, byte[] ChainHash, IReadOnlyList<ChainFault> Faults);

/// <summary>Computes a ledger's chain again from what is stored and names every entry that does not fit.</summary>
public sealed class ChainVerifier(ILedgerReader ledger)
{
    private const int PageEntries = 64;

    /// <summary>Verifies one office's ledger.</summary>
    public async Task<ChainReport> VerifyAsync(OfficeCode office, CancellationToken ct)
    {
        var head = await ledger.HeadOfAsync(office, ct);
        var faults = new List<ChainFault>();
        var previous = LedgerChain.Origin.ToArray();
        var atHead = previous;
        var expected = 1L;
        while (true)
        {
            var page = await ledger.EntriesAfterAsync(office, expected - 1, PageEntries, ct);
            if (page.Count == 0)
                break;
            foreach (var entry in page)
            {
                for (; expected < entry.Position; expected++)
                    faults.Add(new ChainFault(expected, "missing"));
                if (FaultOf(entry, previous) is { } problem)
                    faults.Add(new ChainFault(entry.Position, problem));
                previous = entry.ChainHash;
                if (entry.Position <= head.Position)
                    atHead = previous;
                expected = entry.Position + 1;
            }
        }

        for (; expected <= head.Position; expected++)
            faults.Add(new ChainFault(expected, "missing"));

        // A running server may have written on since the head was read; then the head has moved on, too.
        var isHeadBehind = expected - 1 > head.Position && (await ledger.HeadOfAsync(office, ct)).Position < expected - 1;
        if (faults.Count == 0 && (isHeadBehind || !atHead.AsSpan().SequenceEqual(head.ChainHash)))
            faults.Add(new ChainFault(head.Position, "head differs"));
        return new ChainReport(office, expected - 1, previous, faults);
    }

    private static string? FaultOf(LedgerEntry entry, byte[] previous)
    {
        try
        {
            if (!entry.Digest.AsSpan().SequenceEqual(DigestOf(entry)) ||
                !entry.ChainHash.AsSpan().SequenceEqual(LedgerChain.Next(previous, entry.Position, entry.Kind, entry.Digest)))
            {
                return "altered";
            }

            return entry.Kind is EntryKind.Batch && Receipt.Parser.ParseFrom(entry.Receipt).ChainHash.Span.SequenceEqual(entry.ChainHash) is false
                ? "receipt differs"
                : null;
        }
        catch (Exception e) when (e is InvalidDataException or InvalidProtocolBufferException)
        {
            return "damaged";
        }
    }

    private static byte[] DigestOf(LedgerEntry entry)
    {
        switch (entry.Kind)
        {
            case EntryKind.EpochOpened:
                return LedgerChain.DigestOf(EpochEntry.Parser.ParseFrom(entry.Payload), entry.Actor, entry.CommitTimeMilliseconds);
            case EntryKind.Notice:
                return LedgerChain.DigestOf(NoticeEntry.Parser.ParseFrom(entry.Payload), entry.Actor, entry.CommitTimeMilliseconds);
            case EntryKind.RecapPeriod:
                return LedgerChain.DigestOf(RecapPeriodEntry.Parser.ParseFrom(entry.Payload), entry.Actor, entry.CommitTimeMilliseconds);
            case EntryKind.Settlement:
                return StoredSettlement.Of(entry).DigestOf(entry);
        }

        var unpacked = BatchBlob.Unpack(entry.Payload);
        var facts = new BatchFacts(
            entry.Actor, entry.ProducerId!, entry.Sequence!.Value, entry.BatchId!, unpacked.Mode, unpacked.SourceName,
            entry.RuleSetVersion, entry.RegionCatalogueVersion, entry.CommitTimeMilliseconds,
            Array.ConvertAll(entry.Statuses, s => (OutcomeStatus)s), Receipt.Parser.ParseFrom(entry.Receipt).Outcomes);
        return LedgerChain.DigestOf(facts, unpacked.HashChanges());
    }
}
