using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Ledger;

/// <summary>Where an office's ledger ends.</summary>
/// <param name="Office">Whose ledger.</param>
/// <param name="Position">Position of the last entry; 0 if there is none.</param>
/// <param name="Epoch">Current epoch, from 1.</param>
/// <param name="ChainHash">Chain hash of the last entry.</param>
public sealed record LedgerHead(OfficeCode Office, long Position, long Epoch, byte[] ChainHash)
{
    /// <summary>The head of a ledger without entries.</summary>
    public static LedgerHead Empty(OfficeCode office) => new(office, 0, 1, LedgerChain.Origin.ToArray());

    /// <summary>The entry that follows this head.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="actor">Id of the credential that caused it, or <c>server</c>.</param>
    /// <param name="committed">Commit time, milliseconds since 1970 UTC.</param>
    /// <param name="digest">Digest of <paramref name="payload"/>.</param>
    /// <param name="payload">The encoded entry.</param>
    public LedgerEntry Next(EntryKind kind, string actor, long committed, byte[] digest, byte[] payload) => new()
    {
        Office = Office,
        Position = Position + 1,
        Kind = kind,
        Epoch = Epoch,
        CommitTimeMilliseconds = committed,
        Actor = actor,
        Digest = digest,
        ChainHash = LedgerChain.Next(ChainHash, Position + 1, kind, digest),
        Payload = payload,
    };

    /// <summary>The head once <paramref name="entry"/> is appended.</summary>
    public static LedgerHead After(LedgerEntry entry) => new(entry.Office, entry.Position, entry.Epoch, entry.ChainHash);
}
