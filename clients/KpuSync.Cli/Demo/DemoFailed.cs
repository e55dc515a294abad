using KpuSync.Cli.Commands;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using KpuSync.Samples;
using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Demo;

/// <summary>One office sends two changes that are parked, and then what makes one of them right. Nothing is replayed: that is left for the person who looks.</summary>
internal sealed class DemoFailed(CommandContext context, DemoOptions options, IReadOnlyList<DemoOffice> offices, KpuSyncClient centre, SampleTruth truth)
{
    /// <summary>NTB: the range that an administrator looks at.</summary>
    public const string Range = "P52";

    // Not the first office: its files are what the commands to try next are about.
    private const string Office = "5202";

    /// <summary>The batch that was parked, once it is found.</summary>
    public FailedBatchRef? Batch { get; private set; }

    /// <summary>Sends and prints; false if what is parked, or what a replay would give, is not what was planted.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        var office = offices.Single(o => o.Code == Office);
        var sample = FailedSample.Write(options.Samples, truth, Office);
        foreach (var file in new[] { sample.ParkedFile, sample.FreeingFile })
            await office.Client.PushAsync(Path.Combine(options.Samples, file), cancellationToken: cancellation);

        var list = await centre.ListFailedBatchesAsync(new ListFailedBatchesRequest { Filter = new FailedFilter { Range = Range } }, cancellation);
        Batch = list.Batches.FirstOrDefault(b => b.SourceName == sample.ParkedFile)?.Batch;
        await PrintParkedAsync(office, list, cancellation);
        var isRight = Batch is { } batch && IsAsPlanted(await PreviewAsync(batch, cancellation));
        if (isRight)
            context.Screen.Line(context.T(DemoTexts.FailedRight));
        else
            context.Screen.Note(context.T(DemoTexts.FailedWrong));
        return isRight;
    }

    private async Task PrintParkedAsync(DemoOffice office, ListFailedBatchesResponse list, CancellationToken cancellation)
    {
        var count = await centre.CountFailedChangesAsync(new FailedFilter { Range = Range }, cancellation);
        context.Screen.Heading(context.T(DemoTexts.FailedHeading, Range, context.Language.Number(count.Changes)));
        context.Screen.Line(context.T(DemoTexts.FailedStory, office.Name));
        FailedView.PrintCodes(context, count.Codes);
        context.Screen.Line();
        FailedView.PrintList(context, list);
    }

    private async Task<IReadOnlyList<PreviewedChange>> PreviewAsync(FailedBatchRef batch, CancellationToken cancellation)
    {
        context.Screen.Heading(context.T(DemoTexts.FailedPreview, ChangeNames.Of(batch)));
        var request = new PreviewReplayRequest { Filter = new FailedFilter { Range = Range, Batches = { batch } } };
        var view = new FailedPreviewView(context);
        var changes = new List<PreviewedChange>();
        await foreach (var page in centre.PreviewReplayAsync(request, cancellation))
        {
            view.Take(page);
            changes.AddRange(page.Changes);
        }

        view.Finish();
        return changes;
    }

    private static bool IsAsPlanted(IReadOnlyList<PreviewedChange> changes) => changes.Select(c => (c.Code, c.Status)).Order().SequenceEqual(
    [
        (StateRules.NikTaken.Code, OutcomeStatus.Applied),
        (StateRules.VoterNotRegistered.Code, OutcomeStatus.Rejected),
    ]);
}
