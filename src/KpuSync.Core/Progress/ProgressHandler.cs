using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Core.Recap;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Progress;

/// <summary>Answers the monthly progress of a range: what every office reported, how it stands, and what its register says.</summary>
public sealed class ProgressHandler(IProgressReader progress, RecapReading recap, CurrentRegions regions, TimeProvider time)
{
    private static readonly ProgressCounts NoCounts = new(0, 0, 0);

    /// <summary>The progress.</summary>
    public async Task<Result<GetProgressResponse>> HandleAsync(Caller caller, GetProgressRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!OfficeCode.TryParse(request.Range, out var range))
            return SyncError.RequestInvalid("range");
        if (!ReportMonth.TryParse(request.Month, out var month))
            return SyncError.RequestInvalid("month");
        if (OfficeGrants.CheckRead(caller, range) is { } notGranted)
            return notGranted;

        var items = (await progress.ItemsAsync(range, month, ct)).ToLookup(item => item.Office);
        var counts = await progress.CountsAsync(range, OfficeCalendar.TodayIn(range, time), ct);
        var (_, rows) = await recap.ReadAsync(range, RecapPeriod.Parse(month.ToString()), RecapLevel.Office, ct);
        var voters = rows.ToDictionary(row => row.Code, row => row.Figures);
        var response = new GetProgressResponse
        {
            Range = range.Value,
            Month = month.ToString(),
            YearEndTargetBasisPoints = BudgetMeasure.YearEndTargetBasisPoints,
        };
        foreach (var office in regions.Today.Offices.Select(o => OfficeCode.FromTrusted(o.Code)).Where(o => OfficeGrants.Covers(range, o)).Order())
        {
            response.Offices.Add(OfficeOf(
                office, month, items[office], counts.GetValueOrDefault(office, NoCounts), voters.GetValueOrDefault(office.Value) ?? RecapReading.NoFigures()));
        }

        return response;
    }

    private static OfficeProgress OfficeOf(OfficeCode office, ReportMonth month, IEnumerable<Item> items, ProgressCounts counts, RecapFigures voters)
    {
        var progress = new OfficeProgress
        {
            OfficeCode = office.Value,
            Voters = voters,
            Over100Verified = counts.Over100Verified,
            Over100Held = counts.Over100Held,
            DuplicatesSettled = counts.DuplicatesSettled,
        };
        foreach (var item in items.OrderBy(item => item.Key))
            Add(progress, item, month);
        if (progress.Report is { } report)
            progress.Standing = BudgetMeasure.Of(report.Budget, month, progress.Plan);
        return progress;
    }

    // In key order, so that of the months before the latest stays.
    private static void Add(OfficeProgress progress, Item item, ReportMonth month)
    {
        if (item.Key == ItemKeys.OfPlan(month.Year))
        {
            progress.Plan = ProgressPlan.Parser.ParseFrom(item.Record);
        }
        else if (item.Key == ItemKeys.OfReport(month))
        {
            progress.Report = ProgressReport.Parser.ParseFrom(item.Record);
            progress.Revision = new Revision { Position = item.Position, Index = item.Index };
            progress.Corrections = item.Version - 1;
        }
        else
        {
            progress.Previous = ProgressReport.Parser.ParseFrom(item.Record);
        }
    }
}
