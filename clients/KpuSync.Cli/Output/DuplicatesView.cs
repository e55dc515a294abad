using System.Globalization;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows duplicate cases: the own side with its name, the other sides masked as the server sends them.</summary>
internal static class DuplicatesView
{
    public static int PrintList(CommandContext context, ListCasesResponse list)
    {
        context.Print(
            () => new { Cases = list.Cases.Select(DocumentOf), Open = list.Open.Select(o => new { o.Class, o.Reach, o.Count }), list.EntriesBehind },
            () =>
            {
                if (list.Cases.Count == 0)
                    context.Screen.Line(context.T(SettlingTexts.NoCases));
                else
                    TableOf(context, list.Cases).Print(context.Screen, context.Environment.Width);
                foreach (var reach in list.Open.GroupBy(o => o.Reach).OrderBy(g => g.Key))
                    context.Screen.Line(context.T(SettlingTexts.OpenByReach, context.T(TextOf(reach.Key)), context.Language.Number(reach.Sum(o => o.Count))));
                if (list.EntriesBehind > 0)
                    context.Screen.Note(context.T(SettlingTexts.Behind, context.Language.Number(list.EntriesBehind)));
            });
        return ExitCode.Ok;
    }

    public static int PrintOne(CommandContext context, DuplicateCase duplicate)
    {
        context.Print(() => DocumentOf(duplicate), () => PrintText(context, duplicate));
        return ExitCode.Ok;
    }

    private static TextTable TableOf(CommandContext context, IEnumerable<DuplicateCase> cases)
    {
        var table = new TextTable(
            (context.T(SettlingTexts.ColumnCase), true), (context.T(SettlingTexts.ColumnClass), false), (context.T(SettlingTexts.ColumnReach), false),
            (context.T(SettlingTexts.ColumnState), false), (context.T(SettlingTexts.ColumnScore), true), (context.T(SettlingTexts.ColumnSides), false));
        foreach (var duplicate in cases)
        {
            table.Add(
                context.Language.Number(duplicate.CaseId), Name(duplicate.Class), context.T(TextOf(duplicate.Reach)), context.T(TextOf(duplicate.State)), ScoreOf(context, duplicate),
                string.Join("; ", duplicate.Sides.Select(s => $"{s.OfficeCode} {s.Name}")));
        }

        return table;
    }

    private static void PrintText(CommandContext context, DuplicateCase duplicate)
    {
        context.Screen.Heading(context.T(
            SettlingTexts.CaseHeading, context.Language.Number(duplicate.CaseId), Name(duplicate.Class), context.T(TextOf(duplicate.Reach)), context.T(TextOf(duplicate.State))));
        foreach (var (place, side) in duplicate.Sides.Index())
            context.Screen.Line($"  {SideCode(duplicate, place)}  {LineOf(context, side)}");
        var facts = new List<(string, string)>
        {
            (context.T(SettlingTexts.CaseWhy), string.Join(", ", duplicate.Reasons.Select(r => r.Text.Length > 0 ? r.Text : r.Code))),
            (context.T(SettlingTexts.ColumnScore), ScoreOf(context, duplicate)),
            (context.T(SettlingTexts.CaseVersion), context.Language.Number(duplicate.Version)),
            (context.T(SettlingTexts.CaseDecider), duplicate.DecidedBy.Length > 0 ? duplicate.DecidedBy : duplicate.Decider),
        };
        if (duplicate.DecisionReason.Length > 0)
            facts.Add((context.T(SettlingTexts.CaseReason), duplicate.DecisionReason));
        context.Screen.Facts([.. facts]);
    }

    // What `decide --keep` takes for the side.
    private static string SideCode(DuplicateCase duplicate, int place)
    {
        var office = duplicate.Sides[place].OfficeCode;
        var same = duplicate.Sides.Select((s, i) => (s.OfficeCode, i)).Where(s => s.OfficeCode == office).ToList();
        return same.Count == 1 ? office : string.Create(CultureInfo.InvariantCulture, $"{office}:{same.FindIndex(s => s.i == place) + 1}");
    }

    private static string LineOf(CommandContext context, CaseSide side)
    {
        var state = side.Kept ? SettlingTexts.SideKept : side.HeldPosition > 0 && side.Active ? SettlingTexts.SideHeld : side.Active ? SettlingTexts.SideActive : SettlingTexts.SideGone;
        var parts = new[] { side.Name, side.Masked ? side.Nik : Masked(side.Nik), side.BirthDate, side.VillageCode, context.T(state) };
        return string.Join(", ", parts.Where(p => p.Length > 0));
    }

    private static string Masked(string nik) => Rules.Values.Nik.TryParse(nik, out var number) ? number.ToString() : nik;

    private static object DocumentOf(DuplicateCase duplicate) => new
    {
        Case = duplicate.CaseId,
        duplicate.Version,
        duplicate.Class,
        duplicate.Reach,
        duplicate.State,
        duplicate.Score,
        Reasons = duplicate.Reasons.Select(r => r.Code),
        duplicate.Decider,
        DecidedBy = duplicate.DecidedBy.Length > 0 ? duplicate.DecidedBy : null,
        Sides = duplicate.Sides.Select((s, i) => new { Keep = SideCode(duplicate, i), Office = s.OfficeCode, Nik = s.Masked ? s.Nik : Masked(s.Nik), s.Name, s.Active, s.Masked, s.Kept }),
    };

    private static string Name(CaseClass caseClass) => caseClass.ToString();

    private static string ScoreOf(CommandContext context, DuplicateCase duplicate) =>
        duplicate.Score > 0 ? duplicate.Score.ToString("N1", context.Language.Numbers()) : "-";

    private static Text TextOf(CaseReach reach) => reach switch
    {
        CaseReach.BetweenProvinces => SettlingTexts.BetweenProvinces,
        CaseReach.BetweenOffices => SettlingTexts.BetweenOffices,
        _ => SettlingTexts.InsideOffice,
    };

    private static Text TextOf(CaseState state) => state switch
    {
        CaseState.Decided => SettlingTexts.StateDecided,
        CaseState.DifferentPeople => SettlingTexts.StateDifferent,
        CaseState.Closed => SettlingTexts.StateClosed,
        _ => SettlingTexts.StateOpen,
    };
}
