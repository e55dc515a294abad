using KpuSync.Client;
using Spectre.Console;

namespace KpuSync.Cli.Output;

/// <summary>Shows how far operations are, on standard error: bars on a terminal, plain lines otherwise.</summary>
internal sealed class ProgressBoard
{
    private readonly CliEnvironment _environment;
    private readonly Language _language;
    private readonly ProgressContext? _bars;

    private ProgressBoard(CliEnvironment environment, Language language, ProgressContext? bars)
    {
        _environment = environment;
        _language = language;
        _bars = bars;
    }

    /// <summary>Shows one operation; its bar goes away with it.</summary>
    public static async Task<T> RunOneAsync<T>(CliEnvironment environment, Language language, Func<IProgress<SyncProgress>, Task<T>> run)
    {
        var result = default(T);
        await RunAsync(environment, language, clear: true, async board => result = await run(board.Add("")));
        return result!;
    }

    /// <summary>Shows several operations side by side.</summary>
    public static async Task RunAsync(CliEnvironment environment, Language language, bool clear, Func<ProgressBoard, Task> run)
    {
        if (!environment.ErrorIsTerminal)
        {
            await run(new ProgressBoard(environment, language, null));
            return;
        }

        var console = Screen.ConsoleOn(environment.Error, terminal: true, environment.Width);
        var wide = environment.Width >= 100;
        await console.Progress()
            .AutoClear(clear)
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn { Width = wide ? 40 : 20 },
                new PercentageColumn(),
                new CountColumn(language))
            .StartAsync(bars => run(new ProgressBoard(environment, language, bars)));
    }

    /// <summary>A line of its own for one operation.</summary>
    public IProgress<SyncProgress> Add(string name) =>
        _bars is null ? new LineProgress(_environment.Error, _language, name) : new BarProgress(_bars.AddTask(Markup.Escape(name), autoStart: false), _language, name);
}
