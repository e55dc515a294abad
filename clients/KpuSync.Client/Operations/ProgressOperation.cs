using KpuSync.Client.Findings;
using KpuSync.Client.Progress;
using KpuSync.Client.Push;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Client.Operations;

/// <summary>Sends monthly reports and yearly plans through the outbox, like voters, and asks how a range stands.</summary>
internal sealed class ProgressOperation(OperationScope scope)
{
    private string Office => scope.Installation.Config.Office;

    public Task<PushReport> PushFileAsync(string path, CancellationToken cancellationToken)
    {
        var (source, changes, counts) = File().Read(path);
        return new PushOperation(scope).SendAsync(source, changes, counts, cancellationToken);
    }

    /// <summary>Sends one report whose cells were given by name.</summary>
    public Task<PushReport> PushCellsAsync(IReadOnlyDictionary<string, string> cells, CancellationToken cancellationToken)
    {
        var names = ProgressColumns.Report.Names;
        var faults = new List<Violation>();
        var change = ProgressRows.ReportOf(new ProgressCells(ProgressColumns.Report, column => cells.GetValueOrDefault(names[column], ""), faults), Office);
        if (faults.Count == 0)
            faults.AddRange(File().Check(change));
        var source = new ExportSource("progress push", null, IsSpreadsheet: false);
        if (faults.Count > 0)
            scope.Log.Add(new RowFinding(source, 0, faults, []));
        var isBad = faults.Exists(f => f.Severity is Severity.Error);
        return new PushOperation(scope).SendAsync(
            source, isBad ? [] : [change], default(DeltaCounts) with { Rows = 1, Unreadable = isBad ? 1 : 0, Items = isBad ? 0 : 1 }, cancellationToken);
    }

    public Task<GetProgressResponse> GetAsync(string? range, string month, CancellationToken cancellationToken)
    {
        var request = new GetProgressRequest { Range = range ?? Office, Month = month };
        return scope.CallAsync(options => scope.Connection.Progress.GetProgressAsync(request, options), cancellationToken);
    }

    public async Task<IReadOnlyList<ReportVersion>> VersionsAsync(string? office, string month, CancellationToken cancellationToken)
    {
        var request = new ListReportVersionsRequest { OfficeCode = office ?? Office, Month = month };
        return (await scope.CallAsync(options => scope.Connection.Progress.ListReportVersionsAsync(request, options), cancellationToken)).Versions;
    }

    private ProgressFile File() => new(Office, OfficeCalendar.TodayIn(OfficeCode.Parse(Office), scope.Options.Time), scope.Log);
}
