using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Store;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Ledger;

/// <summary>Opens a new epoch where a server's history was cut by a restore; the cut is itself an entry.</summary>
public sealed class EpochHandler(ILedgerStore store, TimeProvider time)
{
    private const string Actor = "server";

    /// <summary>Opens an epoch in every office, after an administrator put an older copy of the database back.</summary>
    /// <returns>The offices.</returns>
    public async Task<IReadOnlyList<OfficeCode>> OpenEverywhereAsync(string cause, CancellationToken ct)
    {
        var heads = await store.HeadsOfAsync(OfficeCode.Centre, ct);
        foreach (var head in heads)
            await OpenAsync(head.Office, head.Epoch, commonPosition: null, cause, ct);
        return [.. heads.Select(h => h.Office)];
    }

    /// <summary>Opens an epoch in one office, unless one later than <paramref name="afterEpoch"/> is open already.</summary>
    /// <param name="office">The office.</param>
    /// <param name="afterEpoch">The epoch that turned out to be cut.</param>
    /// <param name="commonPosition">Last position that the histories have in common; null: all that is there now.</param>
    /// <param name="cause">Why, for the entry.</param>
    /// <param name="ct">Cancels.</param>
    public async Task OpenAsync(OfficeCode office, long afterEpoch, long? commonPosition, string cause, CancellationToken ct)
    {
        await using var write = await store.BeginWriteAsync([office], ct);
        var head = write.HeadOf(office);
        if (head.Epoch > afterEpoch)
            return;
        var now = EntryClock.Now(time, write, office).ToUnixTimeMilliseconds();
        var epoch = new EpochEntry { Epoch = afterEpoch + 1, CommonPosition = commonPosition ?? head.Position, Cause = cause };
        var digest = LedgerChain.DigestOf(epoch, Actor, now);
        var entry = head.Next(EntryKind.EpochOpened, Actor, now, digest, epoch.ToByteArray()) with { Epoch = epoch.Epoch };
        await write.AppendAsync(entry, ct);
        await write.CommitAsync(ct);
    }
}
