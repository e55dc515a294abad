using Spectre.Console;
using Spectre.Console.Rendering;

namespace KpuSync.Cli.Output;

/// <summary>Done and total behind a bar.</summary>
internal sealed class CountColumn(Language language) : ProgressColumn
{
    protected override bool NoWrap => true;

    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new Spectre.Console.Text(task.IsIndeterminate || !task.IsStarted ? "" : $"{language.Number((long)task.Value)}/{language.Number((long)task.MaxValue)}");
}
