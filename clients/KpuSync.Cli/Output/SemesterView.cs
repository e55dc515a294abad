using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows what moved in a party's list within a semester.</summary>
internal static class SemesterView
{
    /// <summary>Prints it; nothing if no semester was asked for.</summary>
    public static void Print(CommandContext context, SemesterMovement? movement)
    {
        if (movement is null)
            return;
        context.Screen.Line();
        context.Screen.Heading(context.T(PartyTexts.SemesterHeading, movement.Semester, movement.AsOfDate));
        context.Screen.Facts(
            (context.T(PartyTexts.Before), context.T(
                PartyTexts.BeforeValue, N(movement.MembersBefore), N(movement.EligibleBefore), N(movement.MendableBefore), N(movement.NotEligibleBefore))),
            (context.T(PartyTexts.Entered), N(movement.Entered)),
            (context.T(PartyTexts.Left), movement.Left == 0 ? N(0) : $"{N(movement.Left)} ({GroundsOf(context, movement)})"));
        if (movement.Moves.Count > 0)
        {
            var table = new TextTable((context.T(PartyTexts.MoveFrom), false), (context.T(PartyTexts.MoveTo), false), (context.T(PartyTexts.Count), true));
            foreach (var move in movement.Moves)
                table.Add(StatusOf(context, move.Before), StatusOf(context, move.After), N(move.Members));
            context.Screen.Line();
            table.Print(context.Screen, context.Environment.Width);
        }

        context.Screen.Line();
        context.Screen.Line(context.T(PartyTexts.RegisterIsOfNow));

        string N(long number) => context.Language.Number(number);
    }

    /// <summary>The same for programs; null if no semester was asked for.</summary>
    public static object? DocumentOf(SemesterMovement? movement) => movement is null ? null : new
    {
        movement.Semester,
        movement.AsOfDate,
        movement.MembersBefore,
        movement.EligibleBefore,
        movement.MendableBefore,
        movement.NotEligibleBefore,
        movement.Entered,
        movement.Left,
        Removals = movement.Removals.Select(r => new { r.Ground, r.Members }),
        Moves = movement.Moves.Select(m => new { m.Before, m.After, m.Members }),
    };

    private static string GroundsOf(CommandContext context, SemesterMovement movement) =>
        string.Join(", ", movement.Removals.Select(r => $"{context.T(PartyTexts.Of(r.Ground))} {context.Language.Number(r.Members)}"));

    private static string StatusOf(CommandContext context, MemberStatus status) =>
        status is MemberStatus.Unspecified ? context.T(PartyTexts.NotListed) : PartyTexts.Of(status);
}
