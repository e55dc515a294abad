using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf;
using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Chain;

/// <summary>The hash chain of an office's ledger; server and readers compute it alike.</summary>
/// <remarks>
/// <c>h(n) = SHA-256(h(n-1) || position || kind || digest)</c>, with 32 zero bytes before position 1. All integers are big-endian,
/// all texts UTF-8 with their length in 4 bytes before them.
/// </remarks>
public static class LedgerChain
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashLength = 32;

    /// <summary>Bytes of the random salt of one change.</summary>
    public const int SaltLength = 16;

    /// <summary>The hash before position 1.</summary>
    public static ReadOnlySpan<byte> Origin => new byte[HashLength];

    /// <summary>The chain hash of the entry at <paramref name="position"/>.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, long position, EntryKind kind, ReadOnlySpan<byte> digest)
    {
        Span<byte> input = stackalloc byte[HashLength + sizeof(long) + 1 + HashLength];
        previous.CopyTo(input);
        BinaryPrimitives.WriteInt64BigEndian(input[HashLength..], position);
        input[HashLength + sizeof(long)] = (byte)kind;
        digest.CopyTo(input[(HashLength + sizeof(long) + 1)..]);
        return SHA256.HashData(input);
    }

    /// <summary>The hash of one change: SHA-256(salt || encoded change). The salt lets the change be erased without a guess at it being checkable.</summary>
    public static void HashChange(ReadOnlySpan<byte> salt, ReadOnlySpan<byte> change, Span<byte> destination)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(salt);
        hash.AppendData(change);
        hash.GetHashAndReset(destination);
    }

    /// <summary>The digest of a batch entry.</summary>
    /// <param name="batch">What the ledger says of the batch.</param>
    /// <param name="changeHashes">The hashes of its changes, one after another.</param>
    public static byte[] DigestOf(in BatchFacts batch, ReadOnlySpan<byte> changeHashes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendText(hash, batch.Actor);
        AppendText(hash, batch.ProducerId);
        AppendNumber(hash, batch.Sequence);
        AppendText(hash, batch.BatchId);
        AppendNumber(hash, (int)batch.Mode);
        AppendText(hash, batch.SourceName);
        AppendText(hash, batch.RuleSetVersion);
        AppendText(hash, batch.RegionCatalogueVersion);
        AppendNumber(hash, batch.CommitTimeMilliseconds);
        AppendNumber(hash, batch.Statuses.Count);
        hash.AppendData(SHA256.HashData(changeHashes));
        foreach (var status in batch.Statuses)
            hash.AppendData([(byte)status]);
        foreach (var outcome in batch.Outcomes)
        {
            var bytes = outcome.ToByteArray();
            AppendNumber(hash, bytes.Length);
            hash.AppendData(bytes);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>The digest of an entry that opens an epoch.</summary>
    public static byte[] DigestOf(EpochEntry epoch, string actor, long commitTimeMilliseconds)
    {
        ArgumentNullException.ThrowIfNull(epoch);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendText(hash, actor);
        AppendNumber(hash, commitTimeMilliseconds);
        AppendNumber(hash, epoch.Epoch);
        AppendNumber(hash, epoch.CommonPosition);
        AppendText(hash, epoch.Cause);
        return hash.GetHashAndReset();
    }

    /// <summary>The digest of a settlement.</summary>
    /// <param name="facts">What the ledger says of it.</param>
    /// <param name="changeHashes">The hashes of its changes, one after another.</param>
    public static byte[] DigestOf(in SettlementFacts facts, ReadOnlySpan<byte> changeHashes)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendText(hash, facts.Actor);
        AppendText(hash, facts.RuleSetVersion);
        AppendText(hash, facts.RegionCatalogueVersion);
        AppendNumber(hash, facts.CommitTimeMilliseconds);
        AppendNumber(hash, facts.Statuses.Count);
        hash.AppendData(SHA256.HashData(changeHashes));
        foreach (var status in facts.Statuses)
            hash.AppendData([(byte)status]);
        var act = facts.Act.ToByteArray();
        AppendNumber(hash, act.Length);
        hash.AppendData(act);
        return hash.GetHashAndReset();
    }

    /// <summary>The digest of an entry of notices: over the hash of each, whose salt lets it be erased.</summary>
    public static byte[] DigestOf(NoticeEntry notices, string actor, long commitTimeMilliseconds)
    {
        ArgumentNullException.ThrowIfNull(notices);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendText(hash, actor);
        AppendNumber(hash, commitTimeMilliseconds);
        AppendNumber(hash, notices.Notices.Count);
        foreach (var notice in notices.Notices)
            hash.AppendData(SHA256.HashData(notice.ToByteArray()));
        return hash.GetHashAndReset();
    }

    /// <summary>The digest of a period's closing or reopening.</summary>
    public static byte[] DigestOf(RecapPeriodEntry period, string actor, long commitTimeMilliseconds)
    {
        ArgumentNullException.ThrowIfNull(period);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendText(hash, actor);
        AppendNumber(hash, commitTimeMilliseconds);
        var bytes = period.ToByteArray();
        AppendNumber(hash, bytes.Length);
        hash.AppendData(bytes);
        return hash.GetHashAndReset();
    }

    private static void AppendNumber(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        var bytes = Encoding.UTF8.GetBytes(text);
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
