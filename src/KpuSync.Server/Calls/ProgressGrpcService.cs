using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Progress;

namespace KpuSync.Server.Calls;

/// <summary>Maps the calls about monthly progress to the handlers, and nothing else. Nothing in them is personal data, so that reading leaves no trail.</summary>
public sealed class ProgressGrpcService(ProgressHandler progress, ReportVersionsHandler versions) : ProgressService.ProgressServiceBase
{
    public override async Task<GetProgressResponse> GetProgress(GetProgressRequest request, ServerCallContext context) =>
        context.Value(await progress.HandleAsync(context.Caller(), request, context.CancellationToken));

    public override async Task<ListReportVersionsResponse> ListReportVersions(ListReportVersionsRequest request, ServerCallContext context) =>
        context.Value(await versions.HandleAsync(context.Caller(), request, context.CancellationToken));
}
