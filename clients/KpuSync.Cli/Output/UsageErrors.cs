using System.CommandLine;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Output;

/// <summary>Says what is wrong with the arguments and where to read on.</summary>
internal static class UsageErrors
{
    public static int Print(ParseResult parsed, CliEnvironment environment, Language language)
    {
        var text = TextOf(parsed, language);
        if (environment.ErrorIsTerminal || !parsed.Tokens.Any(t => t.Value == "--json"))
        {
            new Screen(environment, language).Failure("USAGE", text);
            environment.Error.WriteLine(UsageTexts.SeeHelp.In(language, NameOf(parsed)));
        }

        if (parsed.Tokens.Any(t => t.Value == "--json"))
            JsonDocuments.Write(environment.Out, new { error = new { code = "USAGE", text }, exitCode = ExitCode.Usage });
        return ExitCode.Usage;
    }

    private static string TextOf(ParseResult parsed, Language language)
    {
        if (parsed.UnmatchedTokens is [var first, ..])
            return UsageTexts.Unknown.In(language, first);
        if (parsed.CommandResult.Command.Subcommands.Count > 0)
            return UsageTexts.CommandMissing.In(language);
        var error = parsed.Errors[0];
        return error.SymbolResult switch
        {
            System.CommandLine.Parsing.OptionResult { IdentifierToken: null } option => UsageTexts.ArgumentMissing.In(language, option.Option.Name),
            System.CommandLine.Parsing.OptionResult { Option.Arity.MinimumNumberOfValues: > 0, Tokens.Count: 0 } option => UsageTexts.ValueMissing.In(language, option.Option.Name),
            System.CommandLine.Parsing.ArgumentResult { Tokens.Count: 0 } argument => UsageTexts.ArgumentMissing.In(language, argument.Argument.Name),
            System.CommandLine.Parsing.CommandResult command when MissingArgument(command) is { } name => UsageTexts.ArgumentMissing.In(language, name),
            _ => error.Message,
        };
    }

    private static string? MissingArgument(System.CommandLine.Parsing.CommandResult command) =>
        command.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && command.GetResult(a) is not { Tokens.Count: > 0 })?.Name;

    private static string NameOf(ParseResult parsed)
    {
        var name = parsed.CommandResult.Command.Name;
        return parsed.CommandResult.Command is RootCommand ? "kpusync" : $"kpusync {name}";
    }
}
