using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Chain;

namespace KpuSync.Core.Pull;

/// <summary>Turns stored entries into what a reader gets.</summary>
/// <param name="isMasked">Hide identity numbers, birth dates and disabilities.</param>
/// <param name="withProof">Add what is needed to compute the chain again.</param>
internal sealed class EntryMapper(bool isMasked, bool withProof)
{
    public Entry Map(LedgerEntry stored)
    {
        var entry = new Entry
        {
            OfficeCode = stored.Office.Value,
            Position = stored.Position,
            Epoch = stored.Epoch,
            ChainHash = ByteString.CopyFrom(stored.ChainHash),
            CommitTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(stored.CommitTimeMilliseconds)),
            Actor = stored.Actor,
        };
        var salts = ReadOnlySpan<byte>.Empty;
        switch (stored.Kind)
        {
            case EntryKind.EpochOpened:
                entry.EpochOpened = EpochEntry.Parser.ParseFrom(stored.Payload);
                break;
            case EntryKind.Notice:
                entry.Notice = NoticesOf(stored);
                break;
            case EntryKind.RecapPeriod:
                entry.RecapPeriod = RecapPeriodEntry.Parser.ParseFrom(stored.Payload);
                break;
            case EntryKind.Settlement:
                var settlement = StoredSettlement.Of(stored);
                entry.Settlement = SettlementOf(settlement);
                salts = settlement.Changes.Salts.Span;
                break;
            default:
                var unpacked = BatchBlob.Unpack(stored.Payload);
                entry.Batch = BatchOf(stored, unpacked);
                salts = unpacked.Salts.Span;
                break;
        }

        if (withProof)
            entry.Proof = ProofOf(stored, isMasked ? [] : salts);
        return entry;
    }

    private BatchEntry BatchOf(LedgerEntry stored, UnpackedBatch unpacked)
    {
        var batch = new BatchEntry
        {
            ProducerId = stored.ProducerId,
            Sequence = stored.Sequence!.Value,
            BatchId = stored.BatchId,
            Mode = unpacked.Mode,
            SourceName = unpacked.SourceName,
            Masked = isMasked,
        };
        batch.Changes.AddRange(ChangesOf(unpacked));
        batch.Statuses.AddRange(stored.Statuses.Select(s => (OutcomeStatus)s));
        batch.Outcomes.AddRange(Receipt.Parser.ParseFrom(stored.Receipt).Outcomes);
        return batch;
    }

    private SettlementEntry SettlementOf(StoredSettlement stored)
    {
        var settlement = stored.Act;
        settlement.Changes.AddRange(ChangesOf(stored.Changes));
        settlement.Statuses.AddRange(stored.Statuses);
        settlement.Masked = isMasked;
        return settlement;
    }

    private NoticeEntry NoticesOf(LedgerEntry stored)
    {
        var notices = NoticeEntry.Parser.ParseFrom(stored.Payload);
        foreach (var notice in isMasked ? notices.Notices : [])
        {
            notice.Salt = ByteString.Empty;
            notice.Nik = ChangeMask.MaskNik(notice.Nik);
        }

        return notices;
    }

    private IEnumerable<Change> ChangesOf(UnpackedBatch unpacked)
    {
        for (var i = 0; i < unpacked.Changes.Count; i++)
        {
            var change = unpacked.Parse(i);
            if (isMasked)
                ChangeMask.Mask(change);
            yield return change;
        }
    }

    private static EntryProof ProofOf(LedgerEntry stored, ReadOnlySpan<byte> salts) => new()
    {
        Digest = ByteString.CopyFrom(stored.Digest),
        Salts = ByteString.CopyFrom(salts),
        RuleSetVersion = stored.RuleSetVersion,
        RegionCatalogueVersion = stored.RegionCatalogueVersion,
    };
}
