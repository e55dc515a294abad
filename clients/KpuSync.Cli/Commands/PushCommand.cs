using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync push</c>: an operator's daily work.</summary>
internal static class PushCommand
{
    public static Command Build(SharedOptions shared)
    {
        var file = new Argument<string?>("FILE") { Description = shared.T(CommandTexts.PushFile), Arity = ArgumentArity.ZeroOrOne };
        var opening = new Option<bool>("--opening") { Description = shared.T(CommandTexts.PushOpening) };
        var minutes = new Option<string?>("--ba") { Description = shared.T(CommandTexts.PushMinutes), HelpName = "NUMBER" };
        var complete = new CompleteOptions<RemovalGround>(shared, CommandTexts.PushComplete, CommandTexts.PushGoneAs, GroundNames.All, GroundNames.Find);
        var retry = new Option<bool>("--retry-rejected") { Description = shared.T(CommandTexts.PushRetry) };
        var command = shared.Command("push", CommandTexts.Push, async (parsed, context, cancellation) =>
        {
            var options = new PushOptions
            {
                OpeningBalance = parsed.GetValue(opening),
                MinutesNumber = parsed.GetValue(minutes),
                Complete = parsed.GetValue(complete.Complete),
                GoneAs = complete.GoneAs(parsed),
                ConfirmMassRemoval = parsed.GetValue(complete.Yes),
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
            complete.Check(result);
            var needsFile = new Option[] { opening, complete.Complete, complete.Yes, retry }.FirstOrDefault(o => result.GetValue<bool>(o.Name));
            if (result.GetValue(file) is null && needsFile is not null)
                result.AddError(UsageTexts.NeedsFile.In(shared.Language, needsFile.Name));
        });
        command.Arguments.Add(file);
        foreach (var option in new Option[] { opening, minutes }.Concat(complete.All).Append(retry))
            command.Options.Add(option);
        return command;
    }
}
