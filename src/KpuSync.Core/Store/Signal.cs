namespace KpuSync.Core.Store;

/// <summary>Wakes whoever waits for something to move. Whoever missed it looks again by itself after a while: it makes waiting short, and is not what makes it sure.</summary>
public abstract class Signal
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends when it moves after this was read.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>It moved.</summary>
    public void Moved() => Interlocked.Exchange(ref _next, New()).SetResult();

    /// <summary>Waits until it moved, or for as long as whoever missed it may wait.</summary>
    /// <param name="next"><see cref="Next"/>, read before looking for what it tells of.</param>
    /// <param name="atMost">How long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task WaitAsync(Task next, TimeSpan atMost, TimeProvider time, CancellationToken ct)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await Task.WhenAny(next, Task.Delay(atMost, time, over.Token));
        await over.CancelAsync();
        ct.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
