using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Progress;

namespace KpuSync.Server.Calls;

/// <summary>Maps the calls about monthly progress to the handlers, and nothing else. Nothing in them is personal data, so that reading leaves no trail.</summary>
public sealed class ProgressGrpcService(ProgressHandler progress, ReportVersionsHandler reports, PlanVersionsHandler plans) : ProgressService.ProgressServiceBase
{
    public override async Task<GetProgressResponse> GetProgress(GetProgressRequest request, ServerCallContext context) =>
        context.Value(await progress.HandleAsync(context.Caller(), request, context.CancellationToken));

    public override async Task<ListReportVersionsResponse> ListReportVersions(ListReportVersionsRequest request, ServerCallContext context) =>
        context.Value(await reports.HandleAsync(context.Caller(), request, context.CancellationToken));

    public override async Task<ListPlanVersionsResponse> ListPlanVersions(ListPlanVersionsRequest request, ServerCallContext context) =>
        context.Value(await plans.HandleAsync(context.Caller(), request, context.CancellationToken));
}
