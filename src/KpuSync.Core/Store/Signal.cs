namespace KpuSync.Core.Store;

/// <summary>Wakes whoever waits for something to move. Whoever missed it looks again by itself after a while: it makes waiting short, and is not what makes it sure.</summary>
public abstract class Signal
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends when it moves after this was read.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>It moved.</summary>
    public void Moved() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
