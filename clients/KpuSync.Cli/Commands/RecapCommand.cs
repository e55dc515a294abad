using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync recap</c>, <c>recap close</c> and <c>recap reopen</c>: the voter list by period.</summary>
internal static class RecapCommand
{
    private static readonly (string Name, RecapLevel Level)[] Levels =
    [
        ("office", RecapLevel.Office),
        ("district", RecapLevel.District),
        ("village", RecapLevel.Village),
        ("tps", RecapLevel.PollingStation),
    ];

    public static Command Build(SharedOptions shared)
    {
        var office = OfficeOptions.Range(shared);
        var period = PeriodOption(shared);
        var by = new Option<string?>("--by") { Description = shared.T(RecapTexts.By), HelpName = "district|village|tps" };
        by.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && Array.TrueForAll(Levels, l => l.Name != name))
                result.AddError(RecapTexts.LevelUnknown.In(shared.Language, name));
        });
        var csv = new Option<string?>("--csv") { Description = shared.T(RecapTexts.Csv), HelpName = "FILE" };
        var xlsx = new Option<string?>("--xlsx") { Description = shared.T(RecapTexts.Xlsx), HelpName = "FILE" };
        var command = shared.Command("recap", RecapTexts.Command, async (parsed, context, cancellation) =>
        {
            var level = Array.Find(Levels, l => l.Name == parsed.GetValue(by)).Level;
            var recap = await context.Client.RecapAsync(new RecapQuery(parsed.GetRequiredValue(period), parsed.GetValue(office), level), cancellation);
            return RecapView.Print(context, recap, level, parsed.GetValue(csv), parsed.GetValue(xlsx));
        });
        foreach (var option in new Option[] { office, period, by, csv, xlsx })
            command.Options.Add(option);
        command.Subcommands.Add(BuildClose(shared));
        command.Subcommands.Add(BuildReopen(shared));
        return command;
    }

    private static Command BuildClose(SharedOptions shared)
    {
        var office = OfficeOptions.Range(shared);
        var period = PeriodOption(shared);
        var minutes = new Option<string>("--ba") { Description = shared.T(RecapTexts.Minutes), HelpName = "NUMBER", Required = true };
        var command = shared.Command("close", RecapTexts.Close, async (parsed, context, cancellation) =>
        {
            var closed = parsed.GetRequiredValue(period);
            return RecapView.PrintClosed(
                context, closed, await context.Client.ClosePeriodAsync(closed, parsed.GetRequiredValue(minutes), parsed.GetValue(office), cancellation));
        });
        foreach (var option in new Option[] { office, period, minutes })
            command.Options.Add(option);
        return command;
    }

    private static Command BuildReopen(SharedOptions shared)
    {
        var office = OfficeOptions.Range(shared);
        var period = PeriodOption(shared);
        var reason = new Option<string>("--reason") { Description = shared.T(RecapTexts.Reason), HelpName = "TEXT", Required = true };
        var command = shared.Command("reopen", RecapTexts.Reopen, async (parsed, context, cancellation) =>
        {
            var reopened = parsed.GetRequiredValue(period);
            return RecapView.PrintReopened(
                context, reopened, await context.Client.ReopenPeriodAsync(reopened, parsed.GetRequiredValue(reason), parsed.GetValue(office), cancellation));
        });
        foreach (var option in new Option[] { office, period, reason })
            command.Options.Add(option);
        return command;
    }

    private static Option<string> PeriodOption(SharedOptions shared)
    {
        var period = new Option<string>("--period") { Description = shared.T(RecapTexts.Period), HelpName = "2026-Q3", Required = true };
        period.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !RecapPeriod.TryParse(text, out _))
                result.AddError(RecapTexts.PeriodMalformed.In(shared.Language, text));
        });
        return period;
    }
}
