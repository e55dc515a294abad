using KpuSync.Cli.Commands;

namespace KpuSync.Cli.Tests.Commands;

/// <summary>What a view prints, without a server behind it.</summary>
internal sealed class Printed : IDisposable
{
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly StringWriter _error = new() { NewLine = "\n" };

    /// <summary>Prepares a context to print on; what is typed comes from <paramref name="typed"/>, if there is a terminal at all.</summary>
    public Printed(Language language = Language.English, bool json = false, string? typed = null)
    {
        var environment = new CliEnvironment
        {
            Out = _out,
            Error = _error,
            Variable = _ => null,
            In = new StringReader(typed ?? ""),
            InIsTerminal = typed is not null,
            OutIsTerminal = typed is not null,
        };
        Context = new CommandContext(environment, language, "nowhere", json);
    }

    public CommandContext Context { get; }

    public string Out => _out.ToString();

    public string Error => _error.ToString();

    public void Dispose()
    {
        _out.Dispose();
        _error.Dispose();
    }
}
