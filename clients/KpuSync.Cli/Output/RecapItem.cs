using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>One line of a recap, or one group of columns of its form.</summary>
/// <param name="Name">What it is called, by language.</param>
/// <param name="ValueOf">Takes it out of the figures.</param>
/// <param name="IsTotal">True for what the period began or ended with.</param>
internal sealed record RecapItem(Func<Language, string> Name, Func<RecapFigures, SexCount> ValueOf, bool IsTotal = false)
{
    /// <summary>In the order of the form A-Rekap.</summary>
    public static IReadOnlyList<RecapItem> All { get; } =
    [
        new(l => RecapTexts.PreviousTotal.In(l), f => f.PreviousTotal, IsTotal: true),
        new(l => RecapTexts.OpeningBalance.In(l), f => f.OpeningBalance),
        new(l => RecapTexts.StateEntered.In(l), f => f.StateEntered),
        new(l => RecapTexts.NewFirstTime.In(l), f => f.NewFirstTime),
        new(l => RecapTexts.NewMovedIn.In(l), f => f.NewMovedIn),
        .. GroundNames.InOrder.Select(ground => new RecapItem(language => RecapTexts.Removed.In(language, GroundNames.Of(ground, language)), f => RemovedOn(f, ground))),
        new(l => RecapTexts.TransferredIn.In(l), f => f.TransferredIn),
        new(l => RecapTexts.TransferredOut.In(l), f => f.TransferredOut),
        new(l => RecapTexts.MovedIn.In(l), f => f.MovedIn),
        new(l => RecapTexts.MovedOut.In(l), f => f.MovedOut),
        new(l => RecapTexts.SexCorrected.In(l), f => f.SexCorrected),
        new(l => RecapTexts.Total.In(l), f => f.Total, IsTotal: true),
        new(l => RecapTexts.DataChanged.In(l), f => f.DataChanged),
        new(l => RecapTexts.AddressFrom.In(l), f => f.AddressFrom),
        new(l => RecapTexts.AddressTo.In(l), f => f.AddressTo),
        new(l => RecapTexts.CorrectionsEntered.In(l), f => f.CorrectionsEntered),
        new(l => RecapTexts.CorrectionsRemoved.In(l), f => f.CorrectionsRemoved),
        new(l => RecapTexts.CorrectionsChanged.In(l), f => f.CorrectionsChanged),
    ];

    /// <summary>Everybody who was removed.</summary>
    public static SexCount AllRemoved(RecapFigures figures) =>
        new() { Male = figures.Removed.Sum(r => r.Count.Male), Female = figures.Removed.Sum(r => r.Count.Female) };

    private static SexCount RemovedOn(RecapFigures figures, RemovalGround ground) =>
        figures.Removed.FirstOrDefault(r => r.Ground == ground)?.Count ?? new SexCount();
}
