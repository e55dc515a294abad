using KpuSync.Cli.Commands;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;
using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Demo;

/// <summary>The offices send their plans and monthly reports, and the centre sees who is behind.</summary>
internal sealed class DemoProgress(CommandContext context, DemoOptions options, IReadOnlyList<DemoOffice> offices, KpuSyncClient centre, SampleTruth truth)
{
    // NTB's ten offices; the story of the demonstration is theirs.
    private const string Range = "P52";

    /// <summary>Sends and prints; false if the flags are not those that were planted.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        foreach (var office in offices)
        {
            var files = truth.Progress.Single(p => p.Office == office.Code);
            foreach (var file in new[] { files.PlanFile, files.ReportFile })
                await office.Client.PushProgressAsync(Path.Combine(options.Samples, file), cancellationToken: cancellation);
        }

        var progress = await centre.ProgressAsync(truth.Progress[0].Month, Range, cancellation);
        ProgressView.PrintText(context, progress);
        var isRight = progress.Offices.All(IsAsPlanted);
        if (isRight)
            context.Screen.Line(context.T(DemoTexts.ProgressRight));
        else
            context.Screen.Note(context.T(DemoTexts.ProgressWrong));
        return isRight;
    }

    private bool IsAsPlanted(OfficeProgress office)
    {
        var planted = truth.Progress.SingleOrDefault(p => p.Office == office.OfficeCode);
        return planted is null
            ? office.Report is null
            : planted.Reported == office.Report is not null
                && planted.UnderPlan == office.Standing is { UnderPlan: true }
                && planted.UnderYearEndTarget == office.Standing is { UnderYearEndTarget: true }
                && planted.Waiting == office.Report?.Budget.Waiting is not null;
    }
}
