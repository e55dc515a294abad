using System.CommandLine;
using System.CommandLine.Invocation;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Help;

/// <summary>Prints help in the language of the run; the library's own knows no Indonesian.</summary>
internal sealed class HelpPrinter(CliEnvironment environment, Language language) : SynchronousCommandLineAction
{
    private const int Indent = 2;

    /// <summary>Somebody asked for help, and has not merely asked for nothing.</summary>
    public bool AskedFor { get; init; }

    public override bool ClearsParseErrors => AskedFor;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        foreach (var line in Wrapping.Lines(command.Description ?? "", environment.Width))
            environment.Out.WriteLine(line);
        environment.Out.WriteLine();
        environment.Out.WriteLine($"{UsageTexts.Usage.In(language)} {UsageOf(command)}");
        Section(UsageTexts.Commands, [.. command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description ?? ""))]);
        Section(UsageTexts.Arguments, [.. command.Arguments.Select(a => (a.Name, a.Description ?? ""))]);
        Section(UsageTexts.Options, [.. OptionsOf(command).Where(o => !o.Hidden).Select(o => (LabelOf(o), o.Description ?? ""))]);
        if (command is RootCommand)
            WriteFooter();
        return ExitCode.Ok;
    }

    private static IEnumerable<Option> OptionsOf(Command command)
    {
        var inherited = command.Parents.OfType<Command>().SelectMany(ParentsAndSelf).SelectMany(c => c.Options).Where(o => o.Recursive);
        return command.Options.Concat(inherited).DistinctBy(o => o.Name);
    }

    private static IEnumerable<Command> ParentsAndSelf(Command command) => [command, .. command.Parents.OfType<Command>().SelectMany(ParentsAndSelf)];

    private static string UsageOf(Command command)
    {
        var names = command is RootCommand ? "kpusync" : string.Join(' ', ParentsAndSelf(command).Reverse().Select(c => c is RootCommand ? "kpusync" : c.Name));
        var arguments = command.Arguments.Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{a.Name}]" : a.Name);
        var tail = command.Subcommands.Count > 0 ? ["COMMAND", "[OPTIONS]"] : arguments.Append("[OPTIONS]");
        return $"{names} {string.Join(' ', tail)}";
    }

    private static string LabelOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(a => !a.StartsWith('/') && a is not ("-?")).Prepend(option.Name).Distinct().OrderBy(n => n.Length));
        return option.HelpName is { Length: > 0 } value ? $"{names} {value}" : names;
    }

    private void Section(Text heading, IReadOnlyList<(string Name, string Text)> rows)
    {
        if (rows.Count == 0)
            return;
        environment.Out.WriteLine();
        environment.Out.WriteLine(heading.In(language));
        var column = Math.Min(30, rows.Max(r => r.Name.Length)) + Indent + 2;
        foreach (var (name, text) in rows)
        {
            var lines = Wrapping.Lines(text, Math.Max(30, environment.Width - column));
            environment.Out.WriteLine((new string(' ', Indent) + name).PadRight(column) + lines[0]);
            foreach (var line in lines.Skip(1))
                environment.Out.WriteLine(new string(' ', column) + line);
        }
    }

    private void WriteFooter()
    {
        foreach (var (heading, rows) in HelpFooter.Sections)
            Section(heading, [.. rows.Select(r => (r.Name, r.Text.In(language)))]);
    }
}
