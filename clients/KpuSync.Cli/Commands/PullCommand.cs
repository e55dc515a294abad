using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync pull</c>: reads ledgers, once or as they are written.</summary>
internal static class PullCommand
{
    public static Command Build(SharedOptions shared)
    {
        var follow = new Option<bool>("--follow", "-f") { Description = shared.T(CommandTexts.PullFollow) };
        var province = new Option<string?>("--province") { Description = shared.T(CommandTexts.PullProvince), HelpName = "52" };
        var nation = new Option<bool>("--nation") { Description = shared.T(CommandTexts.PullNation) };
        var withCentre = new Option<bool>("--with-centre") { Description = shared.T(CommandTexts.PullWithCentre) };
        var fromStart = new Option<bool>("--from-start") { Description = shared.T(CommandTexts.PullFromStart) };
        var command = shared.Command("pull", CommandTexts.Pull, async (parsed, context, cancellation) =>
        {
            var view = new PullView(context, parsed.GetValue(follow));
            var options = new PullOptions
            {
                Follow = parsed.GetValue(follow),
                Province = parsed.GetValue(province),
                Nation = parsed.GetValue(nation),
                WithCentre = parsed.GetValue(withCentre),
                FromStart = parsed.GetValue(fromStart),
                OnEntry = view.TakeAsync,
            };
            try
            {
                return view.Finish(options.Follow
                    ? await context.Client.PullAsync(options, cancellationToken: cancellation)
                    : await context.WithProgressAsync(progress => context.Client.PullAsync(options, progress, cancellation)));
            }
            catch (OperationCanceledException) when (options.Follow)
            {
                // Ctrl-C is how following ends.
                return ExitCode.Ok;
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetValue(nation) && result.GetValue(province) is not null)
                result.AddError(UsageTexts.ProvinceOrNation.In(shared.Language));
        });
        foreach (var option in new Option[] { follow, province, nation, withCentre, fromStart })
            command.Options.Add(option);
        return command;
    }
}
