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

        // Whole milliseconds: what the ledger stores is what was decided by.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        return new SettlementWrite(write, store, composer, actor, now, rules.Regions);
    }
}
