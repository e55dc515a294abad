using System.Security.Cryptography;
using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Push;
using KpuSync.Rules;
using KpuSync.Rules.Chain;

namespace KpuSync.Core.Settlements;

/// <summary>Makes the ledger entry of a settlement.</summary>
public sealed class SettlementComposer(ChangeRules rules)
{
    /// <summary>The entry that follows <paramref name="head"/>.</summary>
    /// <param name="head">Where the office's ledger ends.</param>
    /// <param name="actor">Id of the credential that settles, or <c>server</c>.</param>
    /// <param name="act">Act and reason; origins and outcomes are filled in.</param>
    /// <param name="changes">What it changes.</param>
    /// <param name="now">Commit time, whole milliseconds.</param>
    /// <param name="regionCatalogueVersion">Version of the regions that the changes were checked against.</param>
    public LedgerEntry Compose(LedgerHead head, string actor, SettlementEntry act, IReadOnlyList<DecidedChange> changes, DateTimeOffset now, string regionCatalogueVersion)
    {
        using var encoded = EncodedChanges.Of([.. changes.Select(c => c.Change)]);
        var salts = RandomNumberGenerator.GetBytes(changes.Count * LedgerChain.SaltLength);
        FillIn(act, changes);
        var entry = new LedgerEntry
        {
            Office = head.Office,
            Position = head.Position + 1,
            Kind = EntryKind.Settlement,
            Epoch = head.Epoch,
            CommitTimeMilliseconds = now.ToUnixTimeMilliseconds(),
            Actor = actor,
            Digest = [],
            ChainHash = [],
            RuleSetVersion = rules.Severities.Version,
            RegionCatalogueVersion = regionCatalogueVersion,
            Payload = BatchBlob.Pack(BatchMode.PerChange, "", encoded.Content, encoded.Ends, salts),
            Statuses = [.. changes.Select(c => (byte)c.Decision.Status)],
            Receipt = act.ToByteArray(),
        };
        var digest = StoredSettlement.Of(entry).DigestOf(entry);
        return entry with { Digest = digest, ChainHash = LedgerChain.Next(head.ChainHash, entry.Position, entry.Kind, digest) };
    }

    private static void FillIn(SettlementEntry act, IReadOnlyList<DecidedChange> changes)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            var (_, decision, origin) = changes[i];
            act.Origins.Add(origin is null ? new EntryRef() : new EntryRef { Position = origin.Position, Index = origin.Index });
            if (decision.Violations.Count == 0)
                continue;
            var outcome = new Outcome { Index = i, Status = decision.Status, Reference = changes[i].Change.Reference };
            outcome.Violations.AddRange(decision.Violations);
            act.Outcomes.Add(outcome);
        }
    }
}
