using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync push</c>: an operator's daily work.</summary>
internal static class PushCommand
{
    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string?>("FILE") { Description = shared.T(CommandTexts.PushFile), Arity = ArgumentArity.ZeroOrOne };
        var opening = new Option<bool>("--opening") { Description = shared.T(CommandTexts.PushOpening) };
        var minutes = new Option<string?>("--ba") { Description = shared.T(CommandTexts.PushMinutes), HelpName = "NUMBER" };
        var complete = new Option<bool>("--complete") { Description = shared.T(CommandTexts.PushComplete) };
        var goneAs = new Option<string?>("--gone-as") { Description = CommandTexts.PushGoneAs.In(shared.Language, GroundNames.All), HelpName = "GROUND" };
        var yes = new Option<bool>("--yes", "-y") { Description = shared.T(CommandTexts.PushYes) };
        var retry = new Option<bool>("--retry-rejected") { Description = shared.T(CommandTexts.PushRetry) };
        goneAs.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } name && GroundNames.Find(name) is null)
                result.AddError(UsageTexts.GroundUnknown.In(shared.Language, name, GroundNames.All));
        });
        var command = shared.Command("push", CommandTexts.Push, async (parsed, context, cancellation) =>
        {
            var options = new PushOptions
            {
                OpeningBalance = parsed.GetValue(opening),
                MinutesNumber = parsed.GetValue(minutes),
                Complete = parsed.GetValue(complete),
                GoneAs = parsed.GetValue(goneAs) is { } name ? GroundNames.Find(name) : null,
                ConfirmMassRemoval = parsed.GetValue(yes),
                RetryNotApplied = parsed.GetValue(retry),
            };
            var path = parsed.GetValue(file);
            var report = await context.WithProgressAsync(progress => path is null
                ? context.Client.ResumeAsync(progress, cancellation)
                : context.Client.PushAsync(path, options, progress, cancellation));
            return PushView.Print(context, report);
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(opening) != !string.IsNullOrWhiteSpace(result.GetValue(minutes)))
                result.AddError(UsageTexts.OpeningNeedsMinutes.In(shared.Language));
            if (result.GetValue(complete) != (result.GetValue(goneAs) is not null))
                result.AddError(UsageTexts.CompleteNeedsGround.In(shared.Language));
            var needsFile = new Option[] { opening, complete, yes, retry }.FirstOrDefault(o => result.GetValue<bool>(o.Name));
            if (result.GetValue(file) is null && needsFile is not null)
                result.AddError(UsageTexts.NeedsFile.In(shared.Language, needsFile.Name));
        });
        command.Arguments.Add(file);
        foreach (var option in new Option[] { opening, minutes, complete, goneAs, yes, retry })
            command.Options.Add(option);
        return command;
    }
}
