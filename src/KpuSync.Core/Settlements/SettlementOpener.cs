using KpuSync.Core.Ledger;
using KpuSync.Core.Store;
using KpuSync.Rules;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Settlements;

/// <summary>Opens settlements, again if another write was in the way.</summary>
public sealed class SettlementOpener(ILedgerStore store, SettlementComposer composer, ChangeRules rules, TimeProvider time)
{
    /// <summary>Settles something in one transaction, as <see cref="StoreConflicts"/> says.</summary>
    /// <param name="offices">The offices whose heads it holds.</param>
    /// <param name="actor">Who settles.</param>
    /// <param name="settle">Everything up to the commit; without one it is rolled back. May be asked several times.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public ValueTask<T> SettleAsync<T>(IReadOnlyCollection<OfficeCode> offices, string actor, Func<SettlementWrite, ValueTask<T>> settle, CancellationToken ct) =>
        store.WriteAsync([.. offices.Distinct().Order()], write => settle(Open(write, offices, actor)), ct);

    private SettlementWrite Open(ILedgerWrite write, IReadOnlyCollection<OfficeCode> offices, string actor)
    {
        var times = offices.Distinct().ToDictionary(office => office, office => EntryClock.Now(time, write, office));
        return new SettlementWrite(write, store, composer, actor, times, EntryClock.Now(time), rules.Regions);
    }
}
