using KpuSync.Client.Push;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Operations;

/// <summary>Asks how a range stands in a month.</summary>
internal sealed class ProgressOperation(OperationScope scope)
{
    public Task<GetProgressResponse> GetAsync(string? range, string month, CancellationToken cancellationToken)
    {
        var request = new GetProgressRequest { Range = range ?? scope.Installation.Config.Office, Month = month };
        return scope.CallAsync(options => scope.Connection.Progress.GetProgressAsync(request, options), cancellationToken);
    }

    public async Task<IReadOnlyList<ReportVersion>> VersionsAsync(string? office, string month, CancellationToken cancellationToken)
    {
        var request = new ListReportVersionsRequest { OfficeCode = office ?? scope.Installation.Config.Office, Month = month };
        return (await scope.CallAsync(options => scope.Connection.Progress.ListReportVersionsAsync(request, options), cancellationToken)).Versions;
    }

    public async Task<IReadOnlyList<PlanVersion>> PlanVersionsAsync(string? office, int year, CancellationToken cancellationToken)
    {
        var request = new ListPlanVersionsRequest { OfficeCode = office ?? scope.Installation.Config.Office, Year = year };
        return (await scope.CallAsync(options => scope.Connection.Progress.ListPlanVersionsAsync(request, options), cancellationToken)).Versions;
    }
}
