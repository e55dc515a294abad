using System.Security.Cryptography;
using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Rules.Chain;

namespace KpuSync.Core.Duplicates;

/// <summary>Makes the ledger entry of notices to one office.</summary>
internal static class NoticeComposer
{
    private const string Actor = "server";

    /// <summary>The entry that follows <paramref name="head"/>.</summary>
    public static LedgerEntry Compose(LedgerHead head, IReadOnlyList<Notice> notices, DateTimeOffset now)
    {
        var entry = new NoticeEntry();
        foreach (var notice in notices)
        {
            notice.Salt = ByteString.CopyFrom(RandomNumberGenerator.GetBytes(LedgerChain.SaltLength));
            entry.Notices.Add(notice);
        }

        var committed = now.ToUnixTimeMilliseconds();
        var digest = LedgerChain.DigestOf(entry, Actor, committed);
        return head.Next(EntryKind.Notice, Actor, committed, digest, entry.ToByteArray());
    }
}
