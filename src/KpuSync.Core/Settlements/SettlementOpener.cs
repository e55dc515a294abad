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
        return new SettlementWrite(write, store, composer, actor, EntryClock.Now(time, write, offices), rules.Regions);
    }
}
