using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Output;

/// <summary>Writes one operation as lines, a few for each phase: for logs and pipes.</summary>
internal sealed class LineProgress(TextWriter writer, Language language, string name) : IProgress<SyncProgress>
{
    private const int StepsPerPhase = 4;
    private readonly Lock _gate = new();
    private SyncPhase? _phase;
    private long _step;

    public void Report(SyncProgress value)
    {
        lock (_gate)
        {
            var step = value.Total > 0 ? value.Done * StepsPerPhase / value.Total : 0;
            if (value.Phase == _phase && step <= _step)
                return;
            (_phase, _step) = (value.Phase, step);
            var count = value.Total > 0 && value.Done <= value.Total ? $" {language.Number(value.Done)}/{language.Number(value.Total)}" : "";
            var prefix = name.Length > 0 ? name + " " : "";

            // Several operations write to one stream; a line must not be torn.
            lock (writer)
                writer.WriteLine($"{prefix}{ProgressTexts.Of(value.Phase).In(language)}{count}");
        }
    }
}
