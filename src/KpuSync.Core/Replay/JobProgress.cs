namespace KpuSync.Core.Replay;

/// <summary>Wakes those who wait for a job to begin or to move.</summary>
public sealed class JobProgress
{
    private TaskCompletionSource _next = New();

    /// <summary>Ends when any job begins, moves or ends after this was read.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    /// <summary>A job began, moved or ended.</summary>
    public void Moved() => Interlocked.Exchange(ref _next, New()).SetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
