namespace KpuSync.Process.Tests.Support;

/// <summary>
/// Draws the moments at which a push is disturbed, each inside the work that is left: a number of batches more in the ledger, or a time after the start,
/// whichever comes first. So early ones fall into reading and journaling, and no disturbance comes too late.
/// </summary>
/// <param name="seed">Seed of the draw.</param>
/// <param name="count">How many there will be.</param>
/// <param name="batches">Batches of the whole push.</param>
/// <param name="startUp">How long it takes until something is sent.</param>
internal sealed class KillMoments(int seed, int count, int batches, TimeSpan startUp)
{
    private const int EarlyEvery = 4;
    private readonly Random _random = new(seed);
    private int _done;

    /// <summary>Waits for the next moment, or for the end of the process that is watched; says which moment it was.</summary>
    public async Task<string> WaitAsync(LedgerWatch watch, Task ended)
    {
        var position = await watch.PositionAsync();
        var share = (int)((batches - position) / (count - _done + 1));
        var more = _random.Next(1, Math.Max(2, share));
        var early = _done++ % EarlyEvery == 0;
        var delay = early ? startUp * (2 * _random.NextDouble()) : Timeout.InfiniteTimeSpan;
        using var stop = new CancellationTokenSource();
        var first = await Task.WhenAny(ended, watch.ReachesAsync(position + more, stop.Token), Task.Delay(delay, stop.Token));
        await stop.CancelAsync();
        return $"{(early ? $"after {delay.TotalMilliseconds:F0} ms or " : "")}at position {position} + {more}{(first == ended ? ", but it had ended" : "")}";
    }
}
