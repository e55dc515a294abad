using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Progress;

/// <summary>Lists the versions of a yearly plan, with who sent each and when.</summary>
public sealed class PlanVersionsHandler(ItemVersions versions)
{
    /// <summary>The versions, newest first.</summary>
    public async Task<Result<ListPlanVersionsResponse>> HandleAsync(Caller caller, ListPlanVersionsRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!OfficeCode.TryParse(request.OfficeCode, out var office) || office.Kind is not OfficeKind.Regency)
            return SyncError.RequestInvalid("office_code");
        if (request.Year is < RecapPeriod.YearMin or > RecapPeriod.YearMax)
            return SyncError.RequestInvalid("year");
        if (OfficeGrants.CheckRead(caller, office) is { } notGranted)
            return notGranted;

        var found = await versions.ReadAsync(office, ItemKeys.OfPlan(request.Year), ct);
        return new ListPlanVersionsResponse { Versions = { found.Select(VersionOf) } };
    }

    private static PlanVersion VersionOf(ItemVersion version) => new()
    {
        Revision = version.Revision,
        CommitTime = version.CommitTime,
        Actor = version.Actor,
        Plan = ProgressPlan.Parser.ParseFrom(version.Record),
    };
}
