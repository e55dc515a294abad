using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using KpuSync.Samples.Planting;
using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Demo;

/// <summary>What waits for people when the pushes are over: held voters over 100, and duplicates as the centre sees them.</summary>
internal sealed class DemoSettling(CommandContext context, IReadOnlyList<DemoOffice> offices, KpuSyncClient centre, SampleTruth truth)
{
    private const int HoldsShown = 3;

    /// <summary>Prints it; false if the duplicates are not those that were planted.</summary>
    public async Task<bool> PrintAsync(CancellationToken cancellation)
    {
        await PrintHoldsAsync(cancellation);
        var open = await DemoFollower.ReadToTheEndAsync(centre, context.Environment.Time, cancellation);
        context.Screen.Heading(context.T(DemoTexts.DuplicatesHeading));
        var between = open.Where(c => c.Reach is CaseReach.BetweenProvinces).Sum(c => c.Count);
        var other = open.Sum(c => c.Count) - between;

        // In this very form in every language: scripts look for the two lines.
        context.Environment.Out.WriteLine($"Duplicates between provinces: {between}");
        context.Environment.Out.WriteLine($"Other duplicates: {other}");
        var right = between == Planted(isBetweenProvinces: true) && other == Planted(isBetweenProvinces: false);
        if (right)
            context.Screen.Line(context.T(DemoTexts.DuplicatesRight));
        else
            context.Screen.Note(context.T(DemoTexts.DuplicatesWrong, Planted(isBetweenProvinces: true), Planted(isBetweenProvinces: false)));
        return right;
    }

    private async Task PrintHoldsAsync(CancellationToken cancellation)
    {
        var held = new List<(DemoOffice Office, Hold Hold)>();
        foreach (var office in offices)
            held.AddRange((await office.Client.ListHoldsAsync(cancellationToken: cancellation)).Where(h => h.Code == StateRules.Over100Unverified.Code).Select(h => (office, h)));
        context.Screen.Heading(context.T(DemoTexts.HeldHeading, context.Language.Number(held.Count)));
        foreach (var (office, hold) in held.Take(HoldsShown))
            context.Screen.Line(context.T(DemoTexts.HeldLine, office.ShortName, hold.Held.Position, hold.Held.Index, hold.Change.VoterUpsert?.Voter.BirthDate ?? ""));
        if (held.Count > HoldsShown)
            context.Screen.Line("  " + context.T(ReportTexts.FindingsCapped, context.Language.Number(held.Count - HoldsShown)));
    }

    private int Planted(bool isBetweenProvinces) => truth.Planted
        .Where(p => p.Kind is PlantedKind.Duplicate && p.Reach is DuplicateReach.BetweenProvinces == isBetweenProvinces).Select(p => p.Pair).Distinct().Count();
}
