using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync failed</c>: what was parked, and the jobs that settle it.</summary>
internal static class FailedCommand
{
    private const int BatchesShown = 100;
    private const int BatchesShownMax = 500;

    public static Command Build(SharedOptions shared) => new("failed", shared.T(FailedTexts.Command))
    {
        BuildList(shared),
        BuildShow(shared),
        FailedActs.BuildPreview(shared),
        FailedActs.BuildReplay(shared),
        FailedActs.BuildDiscard(shared),
        BuildJobs(shared),
        BuildWatch(shared),
        BuildStop(shared),
    };

    private static Command BuildList(SharedOptions shared)
    {
        var selection = FailedSelection.ToLookAt(shared);
        var limit = FailedActs.LimitOption(shared, FailedTexts.Limit, BatchesShown, BatchesShownMax);
        var page = new Option<string?>("--page") { Description = shared.T(FailedTexts.Page), HelpName = "TOKEN" };
        var command = shared.Command("list", FailedTexts.List, async (parsed, context, cancellation) =>
        {
            var request = new ListFailedBatchesRequest
            {
                Filter = await selection.FilterAsync(parsed, context, cancellation),
                PageSize = parsed.GetValue(limit),
                PageToken = parsed.GetValue(page) ?? "",
            };
            return FailedView.PrintList(context, await context.Client.ListFailedBatchesAsync(request, cancellation));
        });
        selection.AddTo(command, shared);
        command.Options.Add(limit);
        command.Options.Add(page);
        return command;
    }

    private static Command BuildShow(SharedOptions shared)
    {
        var batch = new Argument<string>("OFFICE:POSITION") { Description = shared.T(FailedTexts.Batch) };
        batch.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !FailedSelection.TryBatch(text, out _))
                result.AddError(FailedTexts.BatchMalformed.In(shared.Language, text));
        });
        var command = shared.Command("show", FailedTexts.Show, async (parsed, context, cancellation) =>
        {
            FailedSelection.TryBatch(parsed.GetRequiredValue(batch), out var asked);
            return FailedView.PrintOne(context, await context.Client.GetFailedBatchAsync(asked, cancellation));
        });
        command.Arguments.Add(batch);
        return command;
    }

    private static Command BuildJobs(SharedOptions shared)
    {
        var range = FailedSelection.RangeOption(shared);
        var command = shared.Command("jobs", FailedTexts.Jobs, async (parsed, context, cancellation) =>
            FailedJobView.PrintList(context, await context.Client.ListFailedJobsAsync(parsed.GetValue(range), cancellation)));
        command.Options.Add(range);
        return command;
    }

    private static Command BuildWatch(SharedOptions shared)
    {
        var id = new Argument<string>("JOB") { Description = shared.T(FailedTexts.JobId) };
        var command = shared.Command("watch", FailedTexts.Watch, (parsed, context, cancellation) =>
        {
            var job = parsed.GetRequiredValue(id);
            return FailedFollowing.RunAsync(context, job, began: true, progress => context.Client.WatchFailedJobAsync(job, progress, cancellation));
        });
        command.Arguments.Add(id);
        return command;
    }

    private static Command BuildStop(SharedOptions shared)
    {
        var id = new Argument<string>("JOB") { Description = shared.T(FailedTexts.JobId) };
        var command = shared.Command("stop", FailedTexts.Stop, async (parsed, context, cancellation) =>
            FailedJobView.PrintStopped(context, await context.Client.StopFailedJobAsync(parsed.GetRequiredValue(id), cancellation)));
        command.Arguments.Add(id);
        return command;
    }
}
