using KpuSync.Cli.Commands;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;
using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Demo;

/// <summary>The offices send the parties' members, the centre their profiles, and one office checks one party.</summary>
internal sealed class DemoParties(CommandContext context, DemoOptions options, IReadOnlyList<DemoOffice> offices, KpuSyncClient centre, SampleTruth truth)
{
    private const int Party = 6;
    private const string Profiles = "partai-profil.csv";

    /// <summary>Sends and prints; false if the check does not find what was planted.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellation)
    {
        // The first office is early: its members wait until the centre has the parties.
        var office = offices[0];
        var held = (await PushMembersAsync(office, cancellation)).Outcomes.Held;
        await centre.PushPartyAsync(Path.Combine(options.Samples, Profiles), cancellationToken: cancellation);
        foreach (var other in offices.Skip(1))
            await PushMembersAsync(other, cancellation);
        await DemoFollower.ReadToTheEndAsync(centre, context.Environment.Time, cancellation);

        var check = await office.Client.CheckPartyAsync(Party, findingsMax: 1, cancellationToken: cancellation);
        PartyView.PrintText(context, check, Party, office.Code);
        context.Screen.Line(context.T(DemoTexts.PartyHeld, context.Language.Number(held)));
        var isRight = IsAsPlanted(check, truth.Parties.Single(p => p.Office == office.Code && p.Party == Party));
        if (isRight)
            context.Screen.Line(context.T(DemoTexts.PartyRight));
        else
            context.Screen.Note(context.T(DemoTexts.PartyWrong));
        return isRight;
    }

    private Task<PushReport> PushMembersAsync(DemoOffice office, CancellationToken cancellation) =>
        office.Client.PushPartyAsync(Path.Combine(options.Samples, $"anggota-{office.Code}.csv"), cancellationToken: cancellation);

    private static bool IsAsPlanted(CheckPartyResponse check, SampleParty planted)
    {
        long Found(MemberProblem problem) => check.Problems.FirstOrDefault(p => p.Problem == problem)?.Members ?? 0;
        return check.Members == planted.Members
            && Found(MemberProblem.DoubleInParty) == planted.DoubleInside
            && Found(MemberProblem.DoubleBetweenParties) == planted.DoubleBetween
            && Found(MemberProblem.Occupation) == planted.Occupation;
    }
}
