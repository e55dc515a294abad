using System.CommandLine;
using System.CommandLine.Help;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Help;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli;

/// <summary>The command line as a whole: builds the commands, reads the arguments, runs the one that is meant.</summary>
internal static class CliApp
{
    // Long enough for a batch on its way to be acknowledged and noted before Ctrl-C ends the process.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliEnvironment environment, CancellationToken cancellation)
    {
        var language = environment.LanguageFor(arguments);
        var parsed = RootFor(environment, language).Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpPrinter { AskedFor: true })
            return UsageErrors.Print(parsed, environment, language);
        return await parsed.InvokeAsync(
            new InvocationConfiguration
            {
                Output = environment.Out,
                Error = environment.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = TerminationTimeout,
            },
            cancellation);
    }

    private static RootCommand RootFor(CliEnvironment environment, Language language)
    {
        var shared = new SharedOptions(environment, language);
        var root = new RootCommand(CommandTexts.Root.In(language))
        {
            InitCommand.Build(shared),
            PushCommand.Build(shared),
            PullCommand.Build(shared),
            StatusCommand.Build(shared),
            ValidateCommand.Build(shared),
            CompareCommand.Build(shared),
            RevertCommand.Build(shared),
            HeldCommand.Build(shared),
            DuplicatesCommand.Build(shared),
            FailedCommand.Build(shared),
            SubjectCommand.Build(shared),
            AuditCommand.Build(shared),
            RecapCommand.Build(shared),
            PartyCommand.Build(shared),
            ProgressCommand.Build(shared),
            SampleCommand.Build(shared),
            DemoCommand.Build(shared),
        };
        foreach (var option in shared.All)
            root.Options.Add(option);
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
            {
                help.Description = CommandTexts.Help.In(language);
                help.Action = new HelpPrinter(environment, language) { AskedFor = true };
            }
            else if (option is VersionOption version)
            {
                version.Description = CommandTexts.Version.In(language);
            }
        }

        // Asked for nothing: say what there is to ask for.
        root.Action = new HelpPrinter(environment, language);
        return root;
    }
}
