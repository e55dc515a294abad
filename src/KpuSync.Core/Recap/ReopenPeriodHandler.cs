using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>Opens a closed period again, from the centre down: what the level above has closed stays as it is until that is reopened.</summary>
public sealed class ReopenPeriodHandler(ILedgerStore store, TimeProvider time)
{
    private const int ReasonLengthMax = 200;

    /// <summary>Reopens the period.</summary>
    /// <returns>Position of the entry.</returns>
    public async Task<Result<long>> HandleAsync(Caller caller, ReopenPeriodRequest request, CancellationToken ct)
    {
        var read = RecapRequests.Read(request.OfficeCode, request.Period);
        if (!read.IsOk)
            return read.Error;
        var (office, period) = read.Value;
        if (OfficeGrants.CheckClose(caller, office) is { } notGranted)
            return notGranted;
        if (!Words.AreLasting(request.Reason, ReasonLengthMax))
            return SyncError.RequestInvalid("reason");
        return await store.WriteAsync([.. Aboves(office).Append(office).Order()], write => ReopenAsync(write, caller, office, period, request.Reason, ct), ct);
    }

    private async ValueTask<Result<long>> ReopenAsync(ILedgerWrite write, Caller caller, OfficeCode office, RecapPeriod period, string reason, CancellationToken ct)
    {
        var view = await PeriodWriter.LoadAsync(write, office, ct);
        if (view.FindClosed(period) is null)
            return SyncError.Of(ErrorReason.RecapPeriodNotClosed, ("period", period.ToString()));
        foreach (var above in Aboves(office))
        {
            var closedAbove = (await PeriodWriter.LoadAsync(write, above, ct)).ClosedPeriods.FirstOrDefault(c => c.Period.Overlaps(period));
            if (closedAbove is not null)
                return SyncError.Of(ErrorReason.RecapClosedAbove, ("office", above.Value), ("period", closedAbove.Period.ToString()));
        }

        var entry = new RecapPeriodEntry { Act = RecapPeriodAct.Reopened, Period = period.ToString(), Reason = reason };
        return (await PeriodWriter.CommitAsync(write, view, entry, caller.CredentialId, EntryClock.Now(time, write, office), ct)).Position;
    }

    private static IReadOnlyList<OfficeCode> Aboves(OfficeCode office) => office.Kind switch
    {
        OfficeKind.Regency => [OfficeCode.Parse("P" + office.ProvinceCode), OfficeCode.Centre],
        OfficeKind.Province => [OfficeCode.Centre],
        _ => [],
    };
}
