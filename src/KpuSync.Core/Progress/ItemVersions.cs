using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Progress;

/// <summary>The versions of an item, each with who sent it and when.</summary>
public sealed class ItemVersions(IProgressReader progress, ILedgerReader ledger)
{
    private const int VersionsMax = 100;

    /// <summary>The newest versions, newest first.</summary>
    public async ValueTask<IReadOnlyList<ItemVersion>> ReadAsync(OfficeCode office, ItemKey key, CancellationToken ct)
    {
        var versions = new List<ItemVersion>();
        var entries = new Dictionary<long, LedgerEntry>();
        foreach (var item in await progress.VersionsAsync(office, key, VersionsMax, ct))
        {
            if (!entries.TryGetValue(item.Position, out var entry))
                entries.Add(item.Position, entry = (await ledger.EntriesAfterAsync(office, item.Position - 1, 1, ct))[0]);
            var time = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(entry.CommitTimeMilliseconds));
            versions.Add(new ItemVersion(new Revision { Position = item.Position, Index = item.Index }, time, entry.Actor, item.Record));
        }

        return versions;
    }
}

/// <summary>One version of an item.</summary>
/// <param name="Revision">Where it stands in the office's ledger.</param>
/// <param name="CommitTime">When it was committed.</param>
/// <param name="Actor">The credential that sent it.</param>
/// <param name="Record">The message, encoded.</param>
public sealed record ItemVersion(Revision Revision, Timestamp CommitTime, string Actor, byte[] Record);
