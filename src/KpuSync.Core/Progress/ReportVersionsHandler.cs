using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Progress;

/// <summary>Lists the versions of a report, with who sent each and when.</summary>
public sealed class ReportVersionsHandler(ItemVersions versions)
{
    /// <summary>The versions, newest first.</summary>
    public async Task<Result<ListReportVersionsResponse>> HandleAsync(Caller caller, ListReportVersionsRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!OfficeCode.TryParse(request.OfficeCode, out var office) || office.Kind is not OfficeKind.Regency)
            return SyncError.RequestInvalid("office_code");
        if (!ReportMonth.TryParse(request.Month, out var month))
            return SyncError.RequestInvalid("month");
        if (OfficeGrants.CheckRead(caller, office) is { } notGranted)
            return notGranted;

        var found = await versions.ReadAsync(office, ItemKeys.OfReport(month), ct);
        return new ListReportVersionsResponse { Versions = { found.Select(VersionOf) } };
    }

    private static ReportVersion VersionOf(ItemVersion version) => new()
    {
        Revision = version.Revision,
        CommitTime = version.CommitTime,
        Actor = version.Actor,
        Report = ProgressReport.Parser.ParseFrom(version.Record),
    };
}
