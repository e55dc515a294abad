using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>
/// Closes a period of an office, a province or the centre: who may, is it over, is everybody below done, then its figures and the ledger places
/// that they stand on become an entry.
/// </summary>
public sealed class ClosePeriodHandler(
    ILedgerStore store, IRecapReader recap, RecapReading reading, FirstDays firstDays, ClosingReader closings, TimeProvider time)
{
    private const int MinutesLengthMax = 100;
    private const int OfficesNamedMax = 20;

    /// <summary>Closes the period; under the same minutes number again, answers its closing.</summary>
    public async Task<Result<PeriodClosing>> HandleAsync(Caller caller, ClosePeriodRequest request, CancellationToken ct)
    {
        var read = RecapRequests.Read(request.OfficeCode, request.Period);
        if (!read.IsOk)
            return read.Error;
        var (office, period) = read.Value;
        if (OfficeGrants.CheckClose(caller, office) is { } notGranted)
            return notGranted;
        if (!Words.AreLasting(request.MinutesNumber, MinutesLengthMax))
            return SyncError.RequestInvalid("minutes_number");
        if (OfficeCalendar.TodayIn(office, time) <= period.LastDay)
        {
            return SyncError.Of(
                ErrorReason.RecapPeriodNotEnded, ("period", period.ToString()), ("last_day", IsoDate.Text(period.LastDay)));
        }

        var days = await firstDays.OfAsync(office, ct);
        if (!days.Values.Any(day => day <= period.LastDay))
            return RecapRequests.BeforeFirst(period, days.Count == 0 ? null : days.Values.Min());
        var offices = days.Keys.Concat(Belows(office, days.Keys)).Append(office).Distinct().Order();
        return await store.WriteAsync([.. offices], write => CloseAsync(write, caller, office, period, request.MinutesNumber, days, ct), ct);
    }

    private async ValueTask<Result<PeriodClosing>> CloseAsync(
        ILedgerWrite write, Caller caller, OfficeCode office, RecapPeriod period, string minutesNumber, IReadOnlyDictionary<OfficeCode, DateOnly> firstDays, CancellationToken ct)
    {
        var view = await PeriodWriter.LoadAsync(write, office, ct);
        if (view.FindClosed(period) is { } closed)
        {
            var closing = await closings.ReadAsync(closed, ct);
            return closing.MinutesNumber == minutesNumber
                ? closing
                : SyncError.Of(ErrorReason.RecapPeriodClosed, ("period", period.ToString()), ("minutes_number", closing.MinutesNumber));
        }

        var open = await OpenAsync(office, Belows(office, firstDays.Keys), period, firstDays, ct);
        if (open.Count > 0)
        {
            return SyncError.Of(
                ErrorReason.RecapOfficesOpen, ("period", period.ToString()), ("offices", string.Join(", ", open.Take(OfficesNamedMax))));
        }

        var entry = new RecapPeriodEntry { Act = RecapPeriodAct.Closed, Period = period.ToString(), MinutesNumber = minutesNumber };
        foreach (var ledger in firstDays.Keys.Order())
        {
            if (await recap.LastEntryBeforeAsync(ledger, EndOf(period, ledger), ct) is { } point)
                entry.Ledgers.Add(point);
        }

        // Nothing can be applied in these days any more, so what is read beside the transaction is what it would read itself.
        entry.Figures = (await reading.ReadAsync(office, period, RecapLevel.Unspecified, ct)).Total;
        var stored = await PeriodWriter.CommitAsync(write, view, entry, caller.CredentialId, EntryClock.Now(time, write, office), ct);
        return ClosingReader.Of(stored, entry);
    }

    // Who must have closed before: a province's regencies, and the centre's provinces, as far as they have entries.
    private static IReadOnlyList<OfficeCode> Belows(OfficeCode office, IEnumerable<OfficeCode> regencies) => office.Kind switch
    {
        OfficeKind.Regency => [],
        OfficeKind.Province => [.. regencies],
        _ => [.. regencies.Select(r => OfficeCode.Parse("P" + r.ProvinceCode)).Distinct()],
    };

    private async ValueTask<IReadOnlyList<OfficeCode>> OpenAsync(
        OfficeCode office, IReadOnlyList<OfficeCode> belows, RecapPeriod period, IReadOnlyDictionary<OfficeCode, DateOnly> firstDays, CancellationToken ct)
    {
        if (belows.Count == 0)
            return [];
        var closed = (await recap.ClosedPeriodsAsync(office, ct)).ToLookup(c => c.Office, c => c.Period);
        return [.. belows.Where(below => !IsClosed(closed[below], period, firstDays.Where(f => OfficeGrants.Covers(below, f.Key)).Min(f => f.Value))).Order()];
    }

    // Two closed quarters are a closed semester, and days before the first entry need no closing.
    private static bool IsClosed(IEnumerable<RecapPeriod> closed, RecapPeriod period, DateOnly firstDay)
    {
        var open = period.FirstDay > firstDay ? period.FirstDay : firstDay;
        foreach (var part in closed.OrderBy(p => p.FirstDay))
        {
            if (part.Contains(open))
                open = part.LastDay.AddDays(1);
        }

        return open > period.LastDay;
    }

    private static DateTimeOffset EndOf(RecapPeriod period, OfficeCode office) =>
        new(period.LastDay.AddDays(1), TimeOnly.MinValue, OfficeCalendar.OffsetOf(office));
}
