using System.Security.Cryptography;
using Google.Protobuf;
using Google.Protobuf.Collections;
using KpuSync.Client.Pull;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Chain;

namespace KpuSync.Client.Operations;

/// <summary>Compares the receipts that this installation keeps with the ledger that the server shows, whose chain is computed again from what it shows.</summary>
internal sealed class AuditOperation(OperationScope scope)
{
    private static readonly LocalizedText _missing = new(
        "Kuitansi ini tidak ada pada buku besar yang ditunjukkan server.", "The ledger that the server shows does not have this receipt's batch.");

    private static readonly LocalizedText _differs = new(
        "Entri pada buku besar berbeda dari kuitansinya.", "The ledger's entry is not what its receipt says.");

    private static readonly LocalizedText _chain = new(
        "Rantai buku besar terputus: ada entri yang diubah, dihapus, atau dipindah.",
        "The ledger's chain is broken: an entry was altered, dropped or moved.");

    private readonly Dictionary<string, Receipt> _receipts = new(StringComparer.Ordinal);
    private readonly List<AuditFault> _faults = [];
    private byte[] _previous = LedgerChain.Origin.ToArray();
    private long _expected = 1;
    private long _entries;

    public async Task<AuditReport> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var receipt in scope.Outbox.Receipts())
            _receipts[receipt.BatchId] = receipt;
        var kept = _receipts.Count;
        var reader = new LedgerReader(scope.Options, scope.Connection, scope.Installation.Config.Deployment, scope.Report);
        var range = new PullRequest { OfficeCode = scope.Installation.Config.Office, WithProof = true };
        await reader.ReadAsync(range, "", follow: false, _ => { }, Take, cancellationToken);
        foreach (var receipt in _receipts.Values)
            _faults.Add(new AuditFault(receipt.Sequence, receipt.Position, "AUDIT_RECEIPT_MISSING", _missing));
        return new AuditReport(kept, _entries, [.. _faults.OrderBy(f => f.Position)]);
    }

    private Task Take(PullResponse response)
    {
        foreach (var entry in response.Entries)
            Check(entry);
        _entries += response.Entries.Count;
        scope.Report(new SyncProgress(SyncPhase.Pulling, _entries, 0));
        return Task.CompletedTask;
    }

    private void Check(Entry entry)
    {
        var sequence = entry.Batch?.ProducerId == scope.Meta.Producer ? entry.Batch.Sequence : 0;
        if (entry.Position != _expected
            || !DigestMatches(entry)
            || !LedgerChain.Next(_previous, entry.Position, KindOf(entry), entry.Proof.Digest.Span).AsSpan().SequenceEqual(entry.ChainHash.Span))
        {
            _faults.Add(new AuditFault(sequence, entry.Position, "AUDIT_CHAIN_DIFFERS", _chain));
        }

        _previous = entry.ChainHash.ToByteArray();
        _expected = entry.Position + 1;
        if (entry.Batch is not { } batch || !_receipts.Remove(batch.BatchId, out var receipt))
            return;
        if (receipt.Position != entry.Position || receipt.ChainHash != entry.ChainHash || receipt.Sequence != batch.Sequence
            || (!batch.Masked && !ContentDigest(batch).AsSpan().SequenceEqual(receipt.ContentDigest.Span)))
        {
            _faults.Add(new AuditFault(sequence, entry.Position, "AUDIT_RECEIPT_DIFFERS", _differs));
        }
    }

    // A masked entry, or one of a newer kind, hides what its digest covers: there only the chain itself can be checked.
    private static bool DigestMatches(Entry entry)
    {
        if (entry.Proof is null)
            return false;
        var committed = entry.CommitTime?.ToDateTimeOffset().ToUnixTimeMilliseconds() ?? 0;
        switch (entry.BodyCase)
        {
            case Entry.BodyOneofCase.EpochOpened:
                return LedgerChain.DigestOf(entry.EpochOpened, entry.Actor, committed).AsSpan().SequenceEqual(entry.Proof.Digest.Span);
            case Entry.BodyOneofCase.RecapPeriod:
                return LedgerChain.DigestOf(entry.RecapPeriod, entry.Actor, committed).AsSpan().SequenceEqual(entry.Proof.Digest.Span);
            case Entry.BodyOneofCase.Batch when !entry.Batch.Masked:
                var facts = new BatchFacts(
                    entry.Actor,
                    entry.Batch.ProducerId,
                    entry.Batch.Sequence,
                    entry.Batch.BatchId,
                    entry.Batch.Mode,
                    entry.Batch.SourceName,
                    entry.Proof.RuleSetVersion,
                    entry.Proof.RegionCatalogueVersion,
                    committed,
                    entry.Batch.Statuses,
                    entry.Batch.Outcomes);
                return LedgerChain.DigestOf(facts, HashChanges(entry.Batch.Changes, entry.Proof)).AsSpan().SequenceEqual(entry.Proof.Digest.Span);
            case Entry.BodyOneofCase.Settlement when !entry.Settlement.Masked:
                var settled = new SettlementFacts(
                    entry.Actor, entry.Proof.RuleSetVersion, entry.Proof.RegionCatalogueVersion, committed, entry.Settlement.Statuses, ActOf(entry.Settlement));
                return LedgerChain.DigestOf(settled, HashChanges(entry.Settlement.Changes, entry.Proof)).AsSpan().SequenceEqual(entry.Proof.Digest.Span);
            case Entry.BodyOneofCase.Notice when entry.Notice.Notices.All(n => n.Salt.Length > 0):
                return LedgerChain.DigestOf(entry.Notice, entry.Actor, committed).AsSpan().SequenceEqual(entry.Proof.Digest.Span);
            default:
                return true;
        }
    }

    private static EntryKind KindOf(Entry entry) => entry.BodyCase switch
    {
        Entry.BodyOneofCase.EpochOpened => EntryKind.EpochOpened,
        Entry.BodyOneofCase.Settlement => EntryKind.Settlement,
        Entry.BodyOneofCase.Notice => EntryKind.Notice,
        Entry.BodyOneofCase.RecapPeriod => EntryKind.RecapPeriod,
        _ => EntryKind.Batch,
    };

    // As the digest covers it: without what stands beside it.
    private static SettlementEntry ActOf(SettlementEntry settlement)
    {
        var act = settlement.Clone();
        act.Changes.Clear();
        act.Statuses.Clear();
        act.Masked = false;
        return act;
    }

    private static byte[] HashChanges(RepeatedField<Change> changes, EntryProof proof)
    {
        var hashes = new byte[changes.Count * LedgerChain.HashLength];
        if (proof.Salts.Length != changes.Count * LedgerChain.SaltLength)
            return hashes;
        for (var i = 0; i < changes.Count; i++)
        {
            LedgerChain.HashChange(
                proof.Salts.Span.Slice(i * LedgerChain.SaltLength, LedgerChain.SaltLength),
                changes[i].ToByteArray(),
                hashes.AsSpan(i * LedgerChain.HashLength, LedgerChain.HashLength));
        }

        return hashes;
    }

    private static byte[] ContentDigest(BatchEntry batch)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var change in batch.Changes)
            hash.AppendData(change.ToByteArray());
        return hash.GetHashAndReset();
    }
}
