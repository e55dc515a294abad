using Google.Protobuf;
using Google.Protobuf.Collections;
using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Chain;

namespace KpuSync.Core.Pull;

/// <summary>How much of an entry a reader gets.</summary>
internal enum EntryDetail
{
    /// <summary>Everything.</summary>
    Full,

    /// <summary>Everything, with identity numbers, birth dates and disabilities hidden.</summary>
    Masked,

    /// <summary>As masked, and only what parties have nationally: for who has no grant for that ledger.</summary>
    NationalParties,
}

/// <summary>Turns stored entries into what a reader gets.</summary>
/// <param name="detail">How much the reader gets.</param>
/// <param name="withProof">Add what is needed to compute the chain again.</param>
internal sealed class EntryMapper(EntryDetail detail, bool withProof)
{
    private readonly bool _isMasked = detail is not EntryDetail.Full;

    // What people wrote may say anything, so it is for those who have a grant.
    private readonly bool _isForOutsiders = detail is EntryDetail.NationalParties;

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
                if (_isForOutsiders)
                    entry.RecapPeriod.Reason = "";
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
            entry.Proof = ProofOf(stored, _isMasked ? [] : salts);
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
            SourceName = _isForOutsiders ? "" : unpacked.SourceName,
            Masked = _isMasked,
        };
        batch.Changes.AddRange(ChangesOf(unpacked));
        batch.Statuses.AddRange(stored.Statuses.Select(s => (OutcomeStatus)s));
        batch.Outcomes.AddRange(OutcomesOf(Receipt.Parser.ParseFrom(stored.Receipt).Outcomes));
        return batch;
    }

    private SettlementEntry SettlementOf(StoredSettlement stored)
    {
        var settlement = stored.Act;
        settlement.Changes.AddRange(ChangesOf(stored.Changes));
        settlement.Statuses.AddRange(stored.Statuses);
        settlement.Masked = _isMasked;
        if (_isForOutsiders)
        {
            settlement.Reason = "";
            OutcomesOf(settlement.Outcomes);
        }

        return settlement;
    }

    private RepeatedField<Outcome> OutcomesOf(RepeatedField<Outcome> outcomes)
    {
        foreach (var outcome in _isForOutsiders ? outcomes : [])
            outcome.Reference = "";
        return outcomes;
    }

    private NoticeEntry NoticesOf(LedgerEntry stored)
    {
        var notices = NoticeEntry.Parser.ParseFrom(stored.Payload);
        foreach (var notice in _isMasked ? notices.Notices : [])
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
            if (_isForOutsiders)
                change = ChangeMask.NationalOf(change);
            if (_isMasked)
                change = ChangeMask.Masked(change);
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
