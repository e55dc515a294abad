using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Tokens;
using KpuSync.Rules;
using KpuSync.Rules.Chain;

namespace KpuSync.Core.Push;

/// <summary>Makes the ledger entry of a decided batch, with the receipt that it will be answered by for good.</summary>
public sealed class EntryComposer(TokenReader tokens, ChangeRules rules)
{
    /// <summary>The entry that follows <paramref name="head"/>.</summary>
    public (LedgerEntry Entry, Receipt Receipt) Compose(LedgerHead head, ScreenedBatch screened, BatchDecision decision, DateTimeOffset now)
    {
        var batch = screened.Batch;
        var receipt = new Receipt
        {
            OfficeCode = screened.Office.Value,
            ProducerId = batch.ProducerId,
            Sequence = batch.Sequence,
            BatchId = batch.BatchId,
            Position = head.Position + 1,
            Epoch = head.Epoch,
            ContentDigest = ByteString.CopyFrom(screened.ContentDigest),
            Counts = decision.Count(),
            CommitTime = Timestamp.FromDateTimeOffset(now),
            RuleSetVersion = rules.Severities.Version,
            RegionCatalogueVersion = screened.RegionCatalogueVersion,
        };
        receipt.Outcomes.AddRange(decision.ListOutcomes(batch));

        var statuses = decision.Statuses;
        var facts = new BatchFacts(
            screened.Caller.CredentialId, batch.ProducerId, batch.Sequence, batch.BatchId, batch.Mode, batch.SourceName,
            receipt.RuleSetVersion, receipt.RegionCatalogueVersion, now.ToUnixTimeMilliseconds(), statuses, receipt.Outcomes);
        var digest = LedgerChain.DigestOf(facts, screened.ChangeHashes);
        var chainHash = LedgerChain.Next(head.ChainHash, receipt.Position, EntryKind.Batch, digest);
        receipt.ChainHash = ByteString.CopyFrom(chainHash);
        receipt.Token = tokens.Write(new SyncToken(
            TokenUse.Producer, batch.ProducerId, [LedgerPlace.At(screened.Office, head.Epoch, receipt.Position, chainHash)]));

        return (EntryOf(screened, receipt, digest, chainHash, statuses, now), receipt);
    }

    private static LedgerEntry EntryOf(
        ScreenedBatch screened, Receipt receipt, byte[] digest, byte[] chainHash, OutcomeStatus[] statuses, DateTimeOffset now) => new()
        {
            Office = screened.Office,
            Position = receipt.Position,
            Kind = EntryKind.Batch,
            Epoch = receipt.Epoch,
            CommitTimeMilliseconds = now.ToUnixTimeMilliseconds(),
            Actor = screened.Caller.CredentialId,
            Digest = digest,
            ChainHash = chainHash,
            RuleSetVersion = receipt.RuleSetVersion,
            RegionCatalogueVersion = receipt.RegionCatalogueVersion,
            ProducerId = receipt.ProducerId,
            Sequence = receipt.Sequence,
            BatchId = receipt.BatchId,
            ContentDigest = screened.ContentDigest,
            Payload = screened.Payload,
            Statuses = Array.ConvertAll(statuses, s => (byte)s),
            Receipt = receipt.ToByteArray(),
        };
}
