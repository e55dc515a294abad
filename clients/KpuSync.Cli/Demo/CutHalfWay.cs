using KpuSync.Client;

namespace KpuSync.Cli.Demo;

/// <summary>Cuts a line once half of the changes are acknowledged.</summary>
internal sealed class CutHalfWay(CutLine line) : IProgress<SyncProgress>
{
    /// <summary>So few in a batch that several windows of batches are still to come at half-way.</summary>
    public const int BatchChanges = 4;

    private bool _cut;

    public void Report(SyncProgress value)
    {
        if (_cut || value.Phase != SyncPhase.Sending || value.Total == 0 || value.Done * 2 < value.Total)
            return;
        _cut = true;
        line.Cut();
    }
}
