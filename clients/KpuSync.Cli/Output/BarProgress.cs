using KpuSync.Cli.Texts;
using KpuSync.Client;
using Spectre.Console;

namespace KpuSync.Cli.Output;

/// <summary>Draws one operation as a bar.</summary>
internal sealed class BarProgress(ProgressTask bar, Language language, string name) : IProgress<SyncProgress>
{
    // The longest word for a phase, so that the bars stand under one another.
    private const int PhaseWidth = 16;

    public void Report(SyncProgress value)
    {
        if (!bar.IsStarted)
            bar.StartTask();
        var phase = ProgressTexts.Of(value.Phase).In(language);
        bar.Description = Markup.Escape(name.Length == 0 ? phase : $"{name} {phase.PadRight(PhaseWidth)}");
        bar.IsIndeterminate = value.Total == 0;
        if (value.Total > 0)
        {
            bar.MaxValue = value.Total;
            bar.Value = Math.Min(value.Done, value.Total);
        }
    }
}
