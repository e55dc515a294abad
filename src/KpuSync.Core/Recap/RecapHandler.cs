using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>Answers a recap: who asks for what, is there anything, what are the figures, are they final.</summary>
public sealed class RecapHandler(IRecapReader recap, RecapReading reading, FirstDays firstDays, ClosingReader closings, TimeProvider time)
{
    /// <summary>The recap.</summary>
    public async Task<Result<GetRecapResponse>> HandleAsync(Caller caller, GetRecapRequest request, CancellationToken ct)
    {
        var read = RecapRequests.Read(request.OfficeCode, request.Period);
        if (!read.IsOk)
            return read.Error;
        var (office, period) = read.Value;
        if (OfficeGrants.CheckRead(caller, office) is { } notGranted)
            return notGranted;
        if (!IsAnswerable(office, request.Level))
            return SyncError.RequestInvalid("level");

        var days = await firstDays.OfAsync(office, ct);
        if (!days.Values.Any(day => day <= period.LastDay))
            return RecapRequests.BeforeFirst(period, days.Count == 0 ? null : days.Values.Min());

        var (total, rows) = await reading.ReadAsync(office, period, request.Level, ct);
        var closed = (await recap.ClosedPeriodsAsync(office, ct)).FirstOrDefault(c => c.Office == office && c.Period == period);
        return new GetRecapResponse
        {
            OfficeCode = office.Value,
            Period = period.ToString(),
            FirstDay = IsoDate.Text(period.FirstDay),
            LastDay = IsoDate.Text(period.LastDay),
            Provisional = OfficeCalendar.TodayIn(office, time) <= period.LastDay,
            Closing = closed is null ? null : await closings.ReadAsync(closed, ct),
            Total = total,
            Rows = { rows },
        };
    }

    // A nation by polling station would be 823,000 rows in one message.
    private static bool IsAnswerable(OfficeCode range, RecapLevel level) => level switch
    {
        RecapLevel.Unspecified or RecapLevel.Office => true,
        RecapLevel.District => range.Kind is not OfficeKind.Centre,
        RecapLevel.Village or RecapLevel.PollingStation => range.Kind is OfficeKind.Regency,
        _ => false,
    };
}
