using KpuSync.Cli.Texts;

namespace KpuSync.Cli;

/// <summary>All that a command knows of the world around it, so that tests can run commands inside their own process.</summary>
internal sealed record CliEnvironment
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Where standard input is read from.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>Somebody can answer a question.</summary>
    public bool InIsTerminal { get; init; }

    /// <summary>Looks up an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Results go to a person: colours, and a width to keep to.</summary>
    public bool OutIsTerminal { get; init; }

    /// <summary>Progress goes to a person: bars.</summary>
    public bool ErrorIsTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Columns of the terminal; 100 where there is none.</summary>
    public int Width { get; init; } = 100;

    public static CliEnvironment OfProcess() => new()
    {
        Out = Console.Out,
        Error = Console.Error,
        In = Console.In,
        Variable = Environment.GetEnvironmentVariable,
        InIsTerminal = !Console.IsInputRedirected,
        OutIsTerminal = !Console.IsOutputRedirected,
        ErrorIsTerminal = !Console.IsErrorRedirected,
        Width = WidthOfTerminal(),
    };

    public Language LanguageFor(IReadOnlyList<string> arguments) => Languages.Choose(arguments, Variable);

    private static int WidthOfTerminal() => Console.IsOutputRedirected && Console.IsErrorRedirected ? 100 : Math.Max(40, Console.WindowWidth);
}
