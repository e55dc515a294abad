using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Parties;

/// <summary>Releases what offices sent about a party before the centre had its profile.</summary>
/// <remarks>
/// Each page is a settlement of its own, so that a regency with many members never blocks its pushes for long. Doing it twice releases nothing twice: only
/// what is still held is decided.
/// </remarks>
public sealed partial class PartyHoldRelease(ILedgerReader ledger, SettlementOpener settlements, HoldRelease release, ILogger<PartyHoldRelease> logger)
{
    private const string Actor = "server";
    private const int PageHolds = 500;

    /// <summary>Decides everything that waits for the party, in every office, in the order in which it came. An office whose ledger is damaged is passed over.</summary>
    /// <param name="party">The party.</param>
    /// <param name="position">Position of the profile's entry in the ledger of the centre.</param>
    /// <param name="ct">Cancels between two pages.</param>
    public async Task ReleaseAsync(int party, long position, CancellationToken ct)
    {
        foreach (var office in await ledger.OfficesHoldingAsync(PartyKeys.PrefixOf(party), ct))
        {
            try
            {
                while (await settlements.SettleAsync([office], Actor, settlement => ReleasePageAsync(settlement, office, party, position, ct), ct))
                {
                }
            }
            catch (Exception e) when (e is InvalidDataException or InvalidProtocolBufferException)
            {
                LogDamaged(e, office, party);
            }
        }
    }

    // False at the end, and if nothing moves any more: the profile is not there after all.
    private async ValueTask<bool> ReleasePageAsync(SettlementWrite settlement, OfficeCode office, int party, long position, CancellationToken ct)
    {
        var holds = await ledger.ItemHoldsOfAsync(office, PartyKeys.PrefixOf(party), PageHolds, ct);
        if (holds.Count == 0)
            return false;
        var ended = new HoldsReleased { Position = position, OfficeCode = OfficeCode.Centre.Value };
        var settled = await release.ReleaseAsync(settlement, office, holds, ended, ct);
        if (settled.Changes.All(change => change.Outcome.Status is OutcomeStatus.Held))
            return false;
        await settlement.CommitAsync(ct);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An entry of office {Office} is damaged; what waits there for party {Party} stays held")]
    private partial void LogDamaged(Exception exception, OfficeCode office, int party);
}
