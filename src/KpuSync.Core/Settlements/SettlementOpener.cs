using KpuSync.Core.Ledger;
using KpuSync.Core.Store;
using KpuSync.Rules;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Settlements;

/// <summary>Begins settlements.</summary>
public sealed class SettlementOpener(ILedgerStore store, SettlementComposer composer, ChangeRules rules, TimeProvider time)
{
    /// <summary>Begins one in these offices.</summary>
    public async ValueTask<SettlementWrite> BeginAsync(IReadOnlyCollection<OfficeCode> offices, string actor, CancellationToken ct)
    {
        var write = await store.BeginWriteAsync([.. offices.Distinct().Order()], ct);
        try
        {
            var times = offices.Distinct().ToDictionary(office => office, office => EntryClock.Now(time, write, office));
            return new SettlementWrite(write, store, composer, actor, times, EntryClock.Now(time), rules.Regions);
        }
        catch
        {
            await write.DisposeAsync();
            throw;
        }
    }
}
