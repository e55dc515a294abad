using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows the check of a party's members.</summary>
internal static class PartyView
{
    /// <summary>Prints it, and writes the files that were asked for.</summary>
    public static int Print(CommandContext context, CheckPartyResponse check, int party, string office, string? csv, string? xlsx)
    {
        Text[] heads = [PartyTexts.Card, PartyTexts.Nik, PartyTexts.Name, PartyTexts.Status, PartyTexts.Problem];
        List<List<object?>> lines = [[.. heads.Select(head => context.T(head))], .. check.Findings.Select(f => LineOf(context, f))];
        if (csv is not null)
            FormFiles.WriteCsv(csv, lines);
        if (xlsx is not null)
            FormFiles.WriteXlsx(xlsx, lines);
        context.Print(
            () => DocumentOf(check, party, office),
            () =>
            {
                PrintText(context, check, party, office);
                SemesterView.Print(context, check.Movement);
                PrintFindings(context, check);
                FormFiles.Tell(context, csv, xlsx);
            });
        return ExitCode.Ok;
    }

    /// <summary>The counts.</summary>
    public static void PrintText(CommandContext context, CheckPartyResponse check, int party, string office)
    {
        var name = check.Party is null ? context.T(PartyTexts.Numbered, party) : $"{check.Party.Abbreviation} ({party})";
        context.Screen.Heading(context.T(PartyTexts.Heading, name, RecapAreas.NameOf(office)));
        context.Screen.Facts(
            (context.T(PartyTexts.Members), N(context, check.Members)),
            (context.T(PartyTexts.Eligible), N(context, check.Eligible)),
            (context.T(PartyTexts.Mendable), N(context, check.Mendable)),
            (context.T(PartyTexts.NotEligible), N(context, check.NotEligible)),
            (context.T(PartyTexts.Needed), check.Population > 0
                ? context.T(PartyTexts.NeededValue, N(context, check.Needed), N(context, check.Population))
                : context.T(PartyTexts.NeededUnknown, N(context, check.Needed))));
        context.Screen.Line(check.Eligible >= check.Needed
            ? context.T(PartyTexts.Enough)
            : context.T(PartyTexts.Short, N(context, check.Needed - check.Eligible)));
        if (check.Problems.Count == 0)
            return;
        var table = new TextTable((context.T(PartyTexts.Problem), false), (context.T(PartyTexts.Count), true));
        foreach (var problem in check.Problems)
            table.Add(context.T(PartyTexts.Of(problem.Problem)), N(context, problem.Members));
        context.Screen.Line();
        table.Print(context.Screen, context.Environment.Width);
    }

    private static void PrintFindings(CommandContext context, CheckPartyResponse check)
    {
        if (check.Findings.Count == 0)
            return;
        var table = new TextTable(
            (context.T(PartyTexts.Card), false), (context.T(PartyTexts.Name), false), (context.T(PartyTexts.Status), false), (context.T(PartyTexts.Problem), false));
        foreach (var finding in check.Findings)
            table.Add(finding.CardNumber, finding.Name, PartyTexts.Of(finding.Status), ProblemsOf(context, finding));
        context.Screen.Line();
        table.Print(context.Screen, context.Environment.Width);
        if (check.NextPageToken.Length > 0)
            context.Screen.Line(context.T(PartyTexts.More));
    }

    private static List<object?> LineOf(CommandContext context, MemberFinding finding) =>
        [finding.CardNumber, finding.Nik, finding.Name, PartyTexts.Of(finding.Status), ProblemsOf(context, finding)];

    private static string ProblemsOf(CommandContext context, MemberFinding finding) =>
        string.Join("; ", finding.Problems.Select(p => $"{context.T(PartyTexts.Of(p.Problem))} ({PartyTexts.Of(p.Status)})"));

    private static object DocumentOf(CheckPartyResponse check, int party, string office) => new
    {
        Party = party,
        check.Party?.Abbreviation,
        Office = office,
        check.Members,
        check.Eligible,
        check.Mendable,
        check.NotEligible,
        check.Needed,
        check.Population,
        Problems = check.Problems.Select(p => new { p.Problem, p.Members }),
        Movement = SemesterView.DocumentOf(check.Movement),
        Findings = check.Findings.Select(f => new { f.CardNumber, f.Nik, f.Name, f.Status, Problems = f.Problems.Select(p => new { p.Problem, p.Status }) }),
        HasMore = check.NextPageToken.Length > 0,
    };

    private static string N(CommandContext context, long number) => context.Language.Number(number);
}
