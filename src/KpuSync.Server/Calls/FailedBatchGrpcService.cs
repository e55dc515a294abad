using Google.Protobuf.Collections;
using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Replay;
using KpuSync.Rules.Registry;
using KpuSync.Server.Access;

namespace KpuSync.Server.Calls;

/// <summary>Maps the calls about failed batches to the handlers, and nothing else.</summary>
public sealed class FailedBatchGrpcService(
    FailedListHandler list, PreviewReplayHandler preview, FailedJobHandler jobs, AnswerStreams answers, AccessTrail trail) : FailedBatchService.FailedBatchServiceBase
{
    public override async Task<ListFailedBatchesResponse> ListFailedBatches(ListFailedBatchesRequest request, ServerCallContext context) =>
        context.Value(await list.ListAsync(context.Caller(), request, context.CancellationToken));

    public override async Task<CountFailedChangesResponse> CountFailedChanges(CountFailedChangesRequest request, ServerCallContext context) =>
        context.Value(await list.CountAsync(context.Caller(), request, context.CancellationToken));

    public override async Task<GetFailedBatchResponse> GetFailedBatch(GetFailedBatchRequest request, ServerCallContext context)
    {
        var range = AccessTrail.OfficeRange(request.Batch?.OfficeCode ?? "");
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(GetFailedBatch), range, context.CancellationToken);
        var response = context.Value(await list.GetAsync(context.Caller(), request, context.CancellationToken));
        reading.Entries = response.Changes.Count;
        foreach (var change in response.Changes)
            AddTexts(change.Texts, change.Violations, context.Language());
        return response;
    }

    public override async Task PreviewReplay(PreviewReplayRequest request, IServerStreamWriter<PreviewReplayResponse> responseStream, ServerCallContext context)
    {
        var caller = context.Caller();
        await using var reading = await trail.BeginAsync(caller, nameof(PreviewReplay), RangeOf(request.Filter), context.CancellationToken);
        await answers.RunAsync(context, ct => preview.ReadAsync(caller, request, ct), async response =>
        {
            reading.Entries += response.Changes.Count;
            foreach (var change in response.Changes)
                AddTexts(change.Texts, change.Violations, context.Language());
            await responseStream.WriteAsync(response, context.CancellationToken);
        });
    }

    public override async Task Replay(ReplayRequest request, IServerStreamWriter<ReplayResponse> responseStream, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(Replay), RangeOf(request.Filter), context.CancellationToken);
        var job = context.Value(await jobs.ReplayAsync(context.Caller(), request, context.CancellationToken));
        await WatchAsync(job.JobId, context, moved => responseStream.WriteAsync(new ReplayResponse { Job = moved }, context.CancellationToken));
    }

    public override async Task Discard(DiscardRequest request, IServerStreamWriter<DiscardResponse> responseStream, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(Discard), RangeOf(request.Filter), context.CancellationToken);
        var job = context.Value(await jobs.DiscardAsync(context.Caller(), request, context.CancellationToken));
        await WatchAsync(job.JobId, context, moved => responseStream.WriteAsync(new DiscardResponse { Job = moved }, context.CancellationToken));
    }

    public override Task WatchFailedJob(WatchFailedJobRequest request, IServerStreamWriter<WatchFailedJobResponse> responseStream, ServerCallContext context) =>
        WatchAsync(request.JobId, context, moved => responseStream.WriteAsync(new WatchFailedJobResponse { Job = moved }, context.CancellationToken));

    public override async Task<StopFailedJobResponse> StopFailedJob(StopFailedJobRequest request, ServerCallContext context) =>
        new() { Job = context.Value(await jobs.StopAsync(context.Caller(), request, context.CancellationToken)) };

    public override async Task<ListFailedJobsResponse> ListFailedJobs(ListFailedJobsRequest request, ServerCallContext context) =>
        context.Value(await jobs.ListAsync(context.Caller(), request, context.CancellationToken));

    private Task WatchAsync(string jobId, ServerCallContext context, Func<FailedJob, Task> write) =>
        answers.RunAsync(context, ct => jobs.WatchAsync(context.Caller(), jobId, ct), write);

    private static string RangeOf(FailedFilter? filter) => AccessTrail.OfficeRange(filter?.Range ?? "");

    private static void AddTexts(RepeatedField<string> texts, IEnumerable<Violation> violations, Language language) =>
        texts.AddRange(violations.Select(violation => RuleRegistry.TextOf(violation, language)));
}
