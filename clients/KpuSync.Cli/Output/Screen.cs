using KpuSync.Cli.Texts;
using Spectre.Console;
using AnsiText = Spectre.Console.Text;

namespace KpuSync.Cli.Output;

/// <summary>Prints for people: results on standard output, trouble on standard error.</summary>
internal sealed class Screen(CliEnvironment environment, Language language)
{
    private readonly Lazy<IAnsiConsole> _out = new(() => ConsoleOn(environment.Out, environment.OutIsTerminal, environment.Width));
    private readonly Lazy<IAnsiConsole> _error = new(() => ConsoleOn(environment.Error, environment.ErrorIsTerminal, environment.Width));

    public static IAnsiConsole ConsoleOn(TextWriter writer, bool terminal, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = terminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        console.Profile.Width = width;
        return console;
    }

    /// <summary>A heading with an empty line before it.</summary>
    public void Heading(string text)
    {
        Line();
        Line(text, new Style(decoration: Decoration.Bold));
    }

    public void Line(string text = "") => Line(text, Style.Plain);

    public void Line(string text, Style style)
    {
        if (!environment.OutIsTerminal)
        {
            environment.Out.WriteLine(text);
            return;
        }

        foreach (var line in Wrapping.Lines(text, environment.Width))
        {
            _out.Value.Write(new AnsiText(line, style) { Overflow = Overflow.Crop });
            _out.Value.WriteLine();
        }
    }

    /// <summary>A line that can be copied into a shell: never broken, however long it is.</summary>
    public void Command(string command) => environment.Out.WriteLine(command);

    /// <summary>Lines "name: value" with the values under one another.</summary>
    public void Facts(params ReadOnlySpan<(string Name, string Value)> facts)
    {
        var width = 0;
        foreach (var (name, _) in facts)
            width = Math.Max(width, name.Length);
        foreach (var (name, value) in facts)
            Line($"  {name.PadRight(width)}  {value}");
    }

    /// <summary>A remark beside the result, on standard error.</summary>
    public void Note(string text)
    {
        if (!environment.ErrorIsTerminal)
        {
            environment.Error.WriteLine(text);
            return;
        }

        _error.Value.Write(new AnsiText(text, new Style(Color.Yellow)));
        _error.Value.WriteLine();
    }

    /// <summary>What failed, what to do, and the code by which it can be looked up.</summary>
    public void Failure(string code, string text)
    {
        var failed = ErrorTexts.Failed.In(language);
        if (!environment.ErrorIsTerminal)
        {
            environment.Error.WriteLine($"{failed} {text} [{code}]");
            return;
        }

        _error.Value.Write(new Paragraph()
            .Append(failed, new Style(Color.Red, decoration: Decoration.Bold))
            .Append($" {text} ")
            .Append($"[{code}]", new Style(Color.Grey)));
        _error.Value.WriteLine();
    }
}
