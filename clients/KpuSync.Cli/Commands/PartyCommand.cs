using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync party</c>: <c>list</c>, <c>push</c>, <c>statement</c>, <c>complaint</c>, <c>check</c> and <c>organisation</c> of party data.</summary>
internal static class PartyCommand
{
    private const int PartyMax = 99;
    private const int FindingsShown = 100;

    public static Command Build(SharedOptions shared) => new("party", shared.T(PartyTexts.Command))
    {
        BuildList(shared), BuildPush(shared), PartyRecordCommand.BuildStatement(shared), PartyRecordCommand.BuildComplaint(shared), BuildCheck(shared),
        BuildOrganisation(shared),
    };

    private static Command BuildList(SharedOptions shared) => shared.Command("list", PartyTexts.List, async (_, context, cancellation) =>
        PartyListView.Print(context, await context.Client.ListPartiesAsync(cancellation)));

    private static Command BuildPush(SharedOptions shared)
    {
        var file = new Argument<string>("FILE") { Description = shared.T(PartyTexts.File) };
        var retry = new Option<bool>("--retry-rejected") { Description = shared.T(CommandTexts.PushRetry) };
        var complete = new CompleteOptions<MemberRemovalGround>(shared, PartyTexts.Complete, PartyTexts.GoneAs, MemberGroundNames.All, MemberGroundNames.Find);
        var command = shared.Command("push", PartyTexts.Push, async (parsed, context, cancellation) =>
        {
            var options = new PartyPushOptions
            {
                GoneAs = complete.GoneAs(parsed),
                ConfirmMassRemoval = parsed.GetValue(complete.Yes),
                RetryNotApplied = parsed.GetValue(retry),
            };
            var report = await context.WithProgressAsync(progress =>
                context.Client.PushPartyAsync(parsed.GetRequiredValue(file), options, progress, cancellation));
            return PushView.Print(context, report);
        });
        command.Validators.Add(complete.Check);
        command.Arguments.Add(file);
        foreach (var option in complete.All.Append(retry))
            command.Options.Add(option);
        return command;
    }

    private static Command BuildCheck(SharedOptions shared)
    {
        var party = PartyOption(shared);
        var office = OfficeOptions.Regency(shared);
        var semester = SemesterOption(shared);
        var limit = new Option<int>("--limit") { Description = shared.T(PartyTexts.Limit), HelpName = "N", DefaultValueFactory = _ => FindingsShown };
        var csv = new Option<string?>("--csv") { Description = shared.T(PartyTexts.Csv), HelpName = "FILE" };
        var xlsx = new Option<string?>("--xlsx") { Description = shared.T(PartyTexts.Xlsx), HelpName = "FILE" };
        var command = shared.Command("check", PartyTexts.Check, async (parsed, context, cancellation) =>
        {
            var (number, of) = (parsed.GetValue(party), parsed.GetValue(office));
            var check = await context.Client.CheckPartyAsync(number, of, Math.Max(1, parsed.GetValue(limit)), parsed.GetValue(semester), cancellation);
            return PartyView.Print(context, check, number, of ?? (await context.Client.StatusAsync(cancellation)).Office, parsed.GetValue(csv), parsed.GetValue(xlsx));
        });
        foreach (var option in new Option[] { party, office, semester, limit, csv, xlsx })
            command.Options.Add(option);
        return command;
    }

    private static Command BuildOrganisation(SharedOptions shared)
    {
        var party = PartyOption(shared);
        var range = OfficeOptions.Range(shared);
        var command = shared.Command("organisation", PartyTexts.Organisation, async (parsed, context, cancellation) =>
        {
            var number = parsed.GetValue(party);
            return OrganisationView.Print(context, await context.Client.CheckPartyOrganisationAsync(number, parsed.GetValue(range), cancellation), number);
        });
        command.Options.Add(party);
        command.Options.Add(range);
        return command;
    }

    private static Option<string?> SemesterOption(SharedOptions shared)
    {
        var semester = new Option<string?>("--semester") { Description = shared.T(PartyTexts.Semester), HelpName = "2026-S1" };
        semester.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !(RecapPeriod.TryParse(text, out var period) && period.IsSemester))
                result.AddError(PartyTexts.SemesterMalformed.In(shared.Language, text));
        });
        return semester;
    }

    private static Option<int> PartyOption(SharedOptions shared)
    {
        var party = new Option<int>("--party") { Description = shared.T(PartyTexts.Party), HelpName = "6", Required = true };
        party.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is not (>= 1 and <= PartyMax))
                result.AddError(PartyTexts.PartyMalformed.In(shared.Language));
        });
        return party;
    }
}
