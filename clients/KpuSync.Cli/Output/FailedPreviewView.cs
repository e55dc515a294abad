using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Cli.Output;

/// <summary>Shows what a replay would give, change by change as the server works it out, each with what would be different in the register.</summary>
internal sealed class FailedPreviewView(CommandContext context)
{
    // Fields whose values are identity numbers, by the last part of their path.
    private static readonly string[] _identityNumbers = ["nik", "nkk", "old_nik"];

    private readonly List<object> _documents = [];
    private readonly List<OutcomeStatus> _statuses = [];
    private long _total;

    public void Take(PreviewReplayResponse page)
    {
        _total = Math.Max(_total, page.ChangesTotal);
        foreach (var change in page.Changes)
        {
            _statuses.Add(change.Status);
            if (context.Json)
                _documents.Add(DocumentOf(change));
            else
                PrintText(change);
        }
    }

    public int Finish()
    {
        var totals = PushView.TotalsOf(_statuses);
        context.Print(
            () => new { ChangesTotal = _total, Outcomes = PushView.OutcomesOf(totals), Changes = _documents },
            () => context.Screen.Line(context.T(
                FailedTexts.Previewed, context.Language.Number(_total), context.Language.Number(_statuses.Count), PushView.OutcomeLine(context.Language, totals))));
        return totals.NotInRegister > 0 ? ExitCode.SomeNotApplied : ExitCode.Ok;
    }

    private void PrintText(PreviewedChange change)
    {
        var outcome = context.T(ChangeNames.TextOf(change.Status)).ToLowerInvariant();
        context.Screen.Line($"  {ChangeNames.Of(change.Batch)} {change.Index}  {ChangeNames.About(change.Change)}  {change.Code} -> {outcome}");
        FailedView.PrintWhy(context, change.Violations, change.Texts);
        foreach (var difference in change.Differences)
            context.Screen.Line(context.T(FailedTexts.Difference, NameOf(difference.Field), Shown(difference.Field, difference.Before), Shown(difference.Field, difference.After)));
    }

    private string NameOf(string field) => FieldNames.Of(field, context.Language);

    private string Shown(string field, string value) => value.Length == 0 ? context.T(FailedTexts.NoValue) : MaskedOf(field, value);

    private static string MaskedOf(string field, string value) =>
        _identityNumbers.Contains(field[(field.LastIndexOf('.') + 1)..]) ? ChangeNames.Masked(value) : value;

    private static object DocumentOf(PreviewedChange change) => new
    {
        Batch = ChangeNames.Of(change.Batch),
        change.Index,
        change.Code,
        change.Status,
        Codes = change.Violations.Select(v => v.Code),
        change.Texts,
        change.Change?.Reference,
        Differences = change.Differences.Select(d => new { d.Field, Before = MaskedOf(d.Field, d.Before), After = MaskedOf(d.Field, d.After) }),
    };
}
