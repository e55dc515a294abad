using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Forms;

/// <summary>One line of a recap, or one group of columns of its form.</summary>
/// <param name="Name">What it is called, by language.</param>
/// <param name="ValueOf">Takes it out of the figures.</param>
/// <param name="IsTotal">True for what the period began or ended with.</param>
public sealed record RecapItem(Func<Language, string> Name, Func<RecapFigures, SexCount> ValueOf, bool IsTotal = false)
{
    /// <summary>In the order of the form A-Rekap.</summary>
    public static IReadOnlyList<RecapItem> All { get; } =
    [
        new(l => RecapWords.PreviousTotal.In(l), f => f.PreviousTotal, IsTotal: true),
        new(l => RecapWords.OpeningBalance.In(l), f => f.OpeningBalance),
        new(l => RecapWords.StateEntered.In(l), f => f.StateEntered),
        new(l => RecapWords.NewFirstTime.In(l), f => f.NewFirstTime),
        new(l => RecapWords.NewMovedIn.In(l), f => f.NewMovedIn),
        .. GroundWords.InOrder.Select(ground => new RecapItem(language => RecapWords.Removed.In(language, GroundWords.Of(ground, language)), f => RemovedOn(f, ground))),
        new(l => RecapWords.TransferredIn.In(l), f => f.TransferredIn),
        new(l => RecapWords.TransferredOut.In(l), f => f.TransferredOut),
        new(l => RecapWords.MovedIn.In(l), f => f.MovedIn),
        new(l => RecapWords.MovedOut.In(l), f => f.MovedOut),
        new(l => RecapWords.SexCorrected.In(l), f => f.SexCorrected),
        new(l => RecapWords.Total.In(l), f => f.Total, IsTotal: true),
        new(l => RecapWords.DataChanged.In(l), f => f.DataChanged),
        new(l => RecapWords.AddressFrom.In(l), f => f.AddressFrom),
        new(l => RecapWords.AddressTo.In(l), f => f.AddressTo),
        new(l => RecapWords.CorrectionsEntered.In(l), f => f.CorrectionsEntered),
        new(l => RecapWords.CorrectionsRemoved.In(l), f => f.CorrectionsRemoved),
        new(l => RecapWords.CorrectionsChanged.In(l), f => f.CorrectionsChanged),
    ];

    /// <summary>Everybody who was removed.</summary>
    public static SexCount AllRemoved(RecapFigures figures) =>
        new() { Male = figures.Removed.Sum(r => r.Count.Male), Female = figures.Removed.Sum(r => r.Count.Female) };

    private static SexCount RemovedOn(RecapFigures figures, RemovalGround ground) =>
        figures.Removed.FirstOrDefault(r => r.Ground == ground)?.Count ?? new SexCount();
}
