using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync failed preview</c>, <c>replay</c> and <c>discard</c>.</summary>
internal static class FailedActs
{
    private const int PreviewedShown = 1_000;
    private const int PreviewedShownMax = 10_000;

    public static Command BuildPreview(SharedOptions shared)
    {
        var selection = FailedSelection.ToActOn(shared);
        var limit = LimitOption(shared, FailedTexts.PreviewLimit, PreviewedShown, PreviewedShownMax);
        var command = shared.Command("preview", FailedTexts.Preview, async (parsed, context, cancellation) =>
        {
            var request = new PreviewReplayRequest { Filter = await selection.FilterAsync(parsed, context, cancellation), Limit = parsed.GetValue(limit) };
            var view = new FailedPreviewView(context);
            await foreach (var page in context.Client.PreviewReplayAsync(request, cancellation))
                view.Take(page);
            return view.Finish();
        });
        selection.AddTo(command, shared);
        command.Options.Add(limit);
        return command;
    }

    public static Command BuildReplay(SharedOptions shared) => BuildAct(
        shared,
        "replay",
        FailedTexts.Replay,
        FailedTexts.WouldReplay,
        (client, act, progress, cancellation) => client.ReplayFailedAsync(
            new ReplayRequest { Filter = act.Filter, Reason = act.Reason, RequestId = act.RequestId, ConfirmedChanges = act.ConfirmedChanges }, progress, cancellation));

    public static Command BuildDiscard(SharedOptions shared) => BuildAct(
        shared,
        "discard",
        FailedTexts.Discard,
        FailedTexts.WouldDiscard,
        (client, act, progress, cancellation) => client.DiscardFailedAsync(
            new DiscardRequest { Filter = act.Filter, Reason = act.Reason, RequestId = act.RequestId, ConfirmedChanges = act.ConfirmedChanges }, progress, cancellation));

    public static Option<int> LimitOption(SharedOptions shared, Text description, int usual, int max)
    {
        var limit = new Option<int>("--limit")
        {
            Description = description.In(shared.Language, shared.Language.Number(max)),
            HelpName = "N",
            DefaultValueFactory = _ => usual,
        };
        limit.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var number && (number < 1 || number > max))
                result.AddError(UsageTexts.NumberOutOfRange.In(shared.Language, "--limit", shared.Language.Number(1), shared.Language.Number(max)));
        });
        return limit;
    }

    private static Command BuildAct(SharedOptions shared, string name, Text description, Text wouldDo, FailedActRun run)
    {
        var selection = FailedSelection.ToActOn(shared);
        var reason = new Option<string>("--reason") { Description = shared.T(SettlingTexts.Reason), HelpName = "ALASAN", Required = true };
        var yes = new Option<bool>("--yes", "-y") { Description = shared.T(FailedTexts.Yes) };
        var confirm = new Option<long?>("--confirm") { Description = shared.T(FailedTexts.Confirm), HelpName = "N" };
        var command = shared.Command(name, description, async (parsed, context, cancellation) =>
        {
            var filter = await selection.FilterAsync(parsed, context, cancellation);
            var confirmed = parsed.GetValue(confirm) ?? 0;

            // What is named batch by batch was looked at; what a filter finds has to be seen first.
            if (filter.Batches.Count == 0)
            {
                var count = await context.Client.CountFailedChangesAsync(filter, cancellation);
                if (FailedConfirmation.TakeOf(context, count, wouldDo, parsed.GetValue(yes), parsed.GetValue(confirm), out confirmed) is { } ended)
                    return ended;
            }

            // Made once for what is meant once: whatever is sent again on the way is the same job.
            var act = new FailedAct(filter, parsed.GetRequiredValue(reason), Guid.NewGuid().ToString(), confirmed);
            return await FailedFollowing.RunAsync(context, act.RequestId, began: false, progress => run(context.Client, act, progress, cancellation));
        });
        selection.AddTo(command, shared);
        foreach (var option in new Option[] { reason, yes, confirm })
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetValue(yes) && result.GetResult(confirm) is not null)
                result.AddError(FailedTexts.YesOrConfirm.In(shared.Language));
        });
        return command;
    }

    private delegate Task<FailedJob> FailedActRun(KpuSyncClient client, FailedAct act, IProgress<SyncProgress> progress, CancellationToken cancellation);

    private sealed record FailedAct(FailedFilter Filter, string Reason, string RequestId, long ConfirmedChanges);
}
