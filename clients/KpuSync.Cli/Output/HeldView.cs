using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows what waits for somebody, and what settling it gave.</summary>
internal static class HeldView
{
    public static int PrintList(CommandContext context, IReadOnlyList<Hold> holds, IReadOnlyList<Claim> claims)
    {
        context.Print(
            () => new { Holds = holds.Select(DocumentOf), Claims = claims.Select(DocumentOf) },
            () =>
            {
                PrintHolds(context, holds);
                PrintClaims(context, claims);
            });
        return ExitCode.Ok;
    }

    public static int PrintSettled(CommandContext context, Settled settled)
    {
        context.Print(
            () => new
            {
                settled.Position,
                Changes = settled.Changes.Select(c => new
                {
                    Origin = c.Origin is null ? null : PlaceOf(c.Origin),
                    c.Outcome.Status,
                    Codes = c.Outcome.Violations.Select(v => v.Code),
                }),
            },
            () =>
            {
                context.Screen.Line(context.T(SettlingTexts.Released, context.Language.Number(settled.Position)));
                foreach (var change in settled.Changes)
                {
                    var outcome = context.T(TextOf(change.Outcome.Status));
                    var codes = change.Outcome.Violations.Where(v => v.Severity is not Severity.Warning).Select(v => v.Code).ToList();
                    context.Screen.Line(context.T(
                        SettlingTexts.SettledLine,
                        change.Origin is null ? context.T(SettlingTexts.OwnChange) : PlaceOf(change.Origin),
                        codes.Count == 0 ? outcome : $"{outcome} [{string.Join(", ", codes)}]"));
                }
            });
        return settled.Changes.Any(c => c.Outcome.Status is OutcomeStatus.Held or OutcomeStatus.Conflict) ? ExitCode.SomeNotApplied : ExitCode.Ok;
    }

    private static void PrintHolds(CommandContext context, IReadOnlyList<Hold> holds)
    {
        if (holds.Count == 0)
        {
            context.Screen.Line(context.T(SettlingTexts.NoHolds));
            return;
        }

        context.Screen.Heading(context.T(SettlingTexts.HoldsHeading, context.Language.Number(holds.Count)));
        var table = new TextTable(
            (context.T(SettlingTexts.ColumnPlace), false), (context.T(SettlingTexts.ColumnSince), false), (context.T(SettlingTexts.ColumnVoter), false),
            (context.T(SettlingTexts.ColumnWhy), false));
        foreach (var hold in holds)
            table.Add(PlaceOf(hold.Held), Times.Local(context.Environment, hold.HeldTime.ToDateTimeOffset()), ChangeNames.About(hold.Change), hold.Code);
        table.Print(context.Screen, context.Environment.Width);
        foreach (var text in holds.Select(h => $"{h.Code}: {h.Text}").Distinct())
            context.Screen.Line(text);
        context.Screen.Line(context.T(SettlingTexts.NextVerify, PlaceOf(holds[0].Held)));
    }

    private static void PrintClaims(CommandContext context, IReadOnlyList<Claim> claims)
    {
        if (claims.Count == 0)
        {
            context.Screen.Line(context.T(SettlingTexts.NoClaims));
            return;
        }

        context.Screen.Heading(context.T(SettlingTexts.ClaimsHeading, context.Language.Number(claims.Count)));
        var table = new TextTable(
            (context.T(SettlingTexts.ColumnClaim), false), (context.T(SettlingTexts.ColumnSince), false), (context.T(SettlingTexts.ColumnVoter), false),
            (context.T(SettlingTexts.ColumnWhy), false), (context.T(SettlingTexts.ColumnBy), false), (context.T(SettlingTexts.ColumnState), false));
        foreach (var claim in claims)
        {
            table.Add(
                claim.Claim_.ClaimId, Times.Local(context.Environment, claim.ClaimTime.ToDateTimeOffset()), ChangeNames.Masked(claim.Nik), context.T(TextOf(claim.Claim_.Kind)),
                claim.Claim_.ClaimingOfficeCode, context.T(TextOf(claim.Claim_.State)));
        }

        table.Print(context.Screen, context.Environment.Width);
    }

    private static object DocumentOf(Hold hold) => new
    {
        Id = PlaceOf(hold.Held),
        hold.Code,
        Since = hold.HeldTime.ToDateTimeOffset(),
        hold.Change.Reference,
        hold.ProducerId,
        hold.Sent?.Sequence,
        hold.Sent?.Index,
        hold.Text,
    };

    private static object DocumentOf(Claim claim) => new
    {
        Id = claim.Claim_.ClaimId,
        claim.Claim_.Kind,
        By = claim.Claim_.ClaimingOfficeCode,
        claim.Claim_.EffectiveDate,
        claim.Claim_.State,
        Since = claim.ClaimTime.ToDateTimeOffset(),
    };

    private static string PlaceOf(EntryRef place) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{place.Position}:{place.Index}");

    private static Text TextOf(OutcomeStatus status) => status switch
    {
        OutcomeStatus.Applied => SettlingTexts.Applied,
        OutcomeStatus.Unchanged => SettlingTexts.Unchanged,
        OutcomeStatus.Held => SettlingTexts.StillHeld,
        _ => SettlingTexts.Rejected,
    };

    private static Text TextOf(ClaimKind kind) => kind is ClaimKind.Deceased ? SettlingTexts.ClaimDied : SettlingTexts.ClaimMoved;

    private static Text TextOf(ClaimState state) => state switch
    {
        ClaimState.Confirmed => SettlingTexts.ClaimConfirmed,
        ClaimState.Denied => SettlingTexts.ClaimDenied,
        ClaimState.Settled => SettlingTexts.ClaimSettled,
        _ => SettlingTexts.StateOpen,
    };
}
