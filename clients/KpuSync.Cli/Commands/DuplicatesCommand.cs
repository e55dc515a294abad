using System.CommandLine;
using System.Globalization;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync duplicates</c>: registrations that seem to be one person.</summary>
internal static class DuplicatesCommand
{
    private static readonly Dictionary<string, CaseState> States = new(StringComparer.OrdinalIgnoreCase)
    {
        ["open"] = CaseState.Open,
        ["decided"] = CaseState.Decided,
        ["different"] = CaseState.DifferentPeople,
        ["closed"] = CaseState.Closed,
        ["all"] = CaseState.Unspecified,
    };

    private static readonly Dictionary<string, CaseClass> Classes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["K1"] = CaseClass.K1,
        ["K2"] = CaseClass.K2,
        ["K3"] = CaseClass.K3,
    };

    public static Command Build(SharedOptions shared)
    {
        var range = new Option<string?>("--range") { Description = shared.T(SettlingTexts.Range), HelpName = "P52" };
        var state = Choice(shared, "--state", SettlingTexts.State, "open", States.Keys);
        var caseClass = Choice(shared, "--class", SettlingTexts.Class, "K1", Classes.Keys);
        var command = shared.Command("duplicates", SettlingTexts.Duplicates, async (parsed, context, cancellation) =>
        {
            var request = new ListCasesRequest
            {
                Range = parsed.GetValue(range) ?? "",
                State = States[parsed.GetValue(state) ?? "open"],
                Class = parsed.GetValue(caseClass) is { } name ? Classes[name] : CaseClass.Unspecified,
            };
            var first = await context.Client.ListCasesAsync(request, cancellation);
            for (var page = first; page.NextPageToken.Length > 0;)
            {
                request.PageToken = page.NextPageToken;
                page = await context.Client.ListCasesAsync(request, cancellation);
                first.Cases.AddRange(page.Cases);
            }

            return DuplicatesView.PrintList(context, first);
        });
        foreach (var option in new Option[] { range, state, caseClass })
            command.Options.Add(option);
        command.Subcommands.Add(BuildShow(shared));
        command.Subcommands.Add(BuildDecide(shared));
        return command;
    }

    private static Command BuildShow(SharedOptions shared)
    {
        var id = new Argument<long>("CASE") { Description = shared.T(SettlingTexts.CaseId) };
        var command = shared.Command("show", SettlingTexts.DuplicatesShow, async (parsed, context, cancellation) =>
            DuplicatesView.PrintOne(context, await context.Client.GetCaseAsync(parsed.GetRequiredValue(id), cancellation)));
        command.Arguments.Add(id);
        return command;
    }

    private static Command BuildDecide(SharedOptions shared)
    {
        var id = new Argument<long>("CASE") { Description = shared.T(SettlingTexts.CaseId) };
        var keep = new Option<string>("--keep") { Description = shared.T(SettlingTexts.Keep), HelpName = "5201|both", Required = true };
        keep.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !TryKeep(text, new DecideCaseRequest()))
                result.AddError(SettlingTexts.KeepMalformed.In(shared.Language, text));
        });
        var reason = new Option<string>("--reason") { Description = shared.T(SettlingTexts.Reason), HelpName = "ALASAN", Required = true };
        var version = new Option<long>("--version-seen") { Description = shared.T(SettlingTexts.Version), HelpName = "N" };
        var command = shared.Command("decide", SettlingTexts.DuplicatesDecide, async (parsed, context, cancellation) =>
        {
            var request = new DecideCaseRequest { CaseId = parsed.GetRequiredValue(id), Version = parsed.GetValue(version), Reason = parsed.GetRequiredValue(reason) };
            TryKeep(parsed.GetRequiredValue(keep), request);
            return DuplicatesView.PrintOne(context, await context.Client.DecideCaseAsync(request, cancellation));
        });
        command.Arguments.Add(id);
        foreach (var option in new Option[] { keep, reason, version })
            command.Options.Add(option);
        return command;
    }

    private static bool TryKeep(string text, DecideCaseRequest request)
    {
        if (string.Equals(text, "both", StringComparison.OrdinalIgnoreCase))
        {
            request.DifferentPeople = true;
            return true;
        }

        var parts = text.Split(':');
        var place = 1;
        if (parts.Length > 2 || parts[0].Length != 4 || (parts.Length == 2 && !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out place)) || place < 1)
            return false;
        request.Keep = new KeptSide { OfficeCode = parts[0], Place = place - 1 };
        return true;
    }

    private static Option<string?> Choice(SharedOptions shared, string name, Text description, string example, IEnumerable<string> choices)
    {
        var option = new Option<string?>(name) { Description = shared.T(description), HelpName = example };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !choices.Contains(text, StringComparer.OrdinalIgnoreCase))
                result.AddError(SettlingTexts.ChoiceUnknown.In(shared.Language, text, name, string.Join(", ", choices)));
        });
        return option;
    }
}
