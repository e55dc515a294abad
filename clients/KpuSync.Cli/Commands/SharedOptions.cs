using System.CommandLine;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Commands;

/// <summary>The options that every command takes, and the way from parsed arguments to a running command.</summary>
internal sealed class SharedOptions
{
    private readonly Option<string?> _home;
    private readonly Option<string?> _language;
    private readonly Option<bool> _json;

    public SharedOptions(CliEnvironment environment, Language language)
    {
        Environment = environment;
        Language = language;
        _home = new Option<string?>("--home") { Description = CommandTexts.Home.In(language), HelpName = "DIR", Recursive = true };
        _language = new Option<string?>("--lang") { Description = CommandTexts.Lang.In(language), HelpName = "id|en", Recursive = true };
        _language.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } code && code is not ("id" or "en"))
                result.AddError(UsageTexts.LanguageUnknown.In(language, code));
        });
        _json = new Option<bool>("--json") { Description = CommandTexts.Json.In(language), Recursive = true };
    }

    public CliEnvironment Environment { get; }

    public Language Language { get; }

    public IReadOnlyList<Option> All => [_home, _language, _json];

    /// <summary>Makes a command that runs <paramref name="run"/>; its failures become texts and exit codes.</summary>
    public Command Command(string name, Text description, Func<ParseResult, CommandContext, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description.In(Language));
        command.SetAction((parsed, cancellation) =>
        {
            var context = new CommandContext(Environment, Language, HomeOf(parsed), parsed.GetValue(_json));
            return Failures.GuardAsync(context, () => run(parsed, context, cancellation));
        });
        return command;
    }

    /// <summary>A text for an option or argument, in the language of this run.</summary>
    public string T(Text text) => text.In(Language);

    private string HomeOf(ParseResult parsed)
    {
        var home = parsed.GetValue(_home);
        if (string.IsNullOrEmpty(home))
            home = Environment.Variable("KPUSYNC_HOME");
        if (string.IsNullOrEmpty(home))
            home = Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".kpusync");
        return Path.GetFullPath(home);
    }
}
