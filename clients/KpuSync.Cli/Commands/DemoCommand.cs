using System.CommandLine;
using KpuSync.Cli.Demo;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync demo</c>: the whole story on one machine.</summary>
internal static class DemoCommand
{
    private const int VotersMin = 1_000;
    private const int VotersMax = 10_000_000;

    public static Command Build(SharedOptions shared)
    {
        var directory = new Option<string>("--dir") { Description = shared.T(CommandTexts.DemoDirectory), HelpName = "DIR", DefaultValueFactory = _ => ".demo" };
        var voters = new Option<int>("--voters") { Description = shared.T(CommandTexts.DemoVoters), HelpName = "N", DefaultValueFactory = _ => 50_000 };
        var once = new Option<bool>("--once") { Description = shared.T(CommandTexts.DemoOnce) };
        var server = new Option<string?>("--server-program") { Description = shared.T(CommandTexts.DemoServer), HelpName = "FILE" };
        var connection = new Option<string?>("--connection") { Description = shared.T(CommandTexts.DemoConnection), HelpName = "TEXT" };
        voters.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out var number) && number is >= VotersMin and <= VotersMax))
                result.AddError(UsageTexts.NumberOutOfRange.In(shared.Language, voters.Name, VotersMin, VotersMax));
        });
        var command = shared.Command("demo", CommandTexts.Demo, (parsed, context, cancellation) => new DemoRun(context, new DemoOptions(
            Path.GetFullPath(parsed.GetRequiredValue(directory)),
            parsed.GetValue(voters),
            parsed.GetValue(once) || !context.Environment.OutIsTerminal,
            Path.GetFullPath(parsed.GetValue(server) ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "kpusync-server.exe" : "kpusync-server")),
            parsed.GetValue(connection))).RunAsync(cancellation));
        foreach (var option in new Option[] { directory, voters, once, server, connection })
            command.Options.Add(option);
        return command;
    }
}
