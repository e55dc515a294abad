namespace KpuSync.Core.Push;

/// <summary>Tells whether batches are being written, by this server or, as far as the database tells, by another, so that background work can give way to them.</summary>
public sealed class PushActivity(TimeProvider time)
{
    // Longer than the pause between two groups of a busy producer.
    private static readonly TimeSpan QuietAfter = TimeSpan.FromMilliseconds(300);

    // Of other servers only the commits of large groups are heard, and the next one takes its time. A server hears its own as well.
    private static readonly TimeSpan QuietAfterLoad = TimeSpan.FromSeconds(1);

    private int _writing;
    private long _lastEnd = long.MinValue;
    private long _lastLoad = long.MinValue;

    /// <summary>True while batches are being written, and shortly after.</summary>
    public bool IsBusy => Volatile.Read(ref _writing) > 0 || IsWithin(QuietAfter, ref _lastEnd) || IsWithin(QuietAfterLoad, ref _lastLoad);

    /// <summary>This server begins to write batches.</summary>
    public void Begin() => Interlocked.Increment(ref _writing);

    /// <summary>This server has written what it began.</summary>
    public void End()
    {
        Interlocked.Exchange(ref _lastEnd, time.GetTimestamp());
        Interlocked.Decrement(ref _writing);
    }

    /// <summary>Some server has just committed many changes.</summary>
    public void NoteLoad() => Interlocked.Exchange(ref _lastLoad, time.GetTimestamp());

    private bool IsWithin(TimeSpan quiet, ref long noted) => Interlocked.Read(ref noted) is var at && at != long.MinValue && time.GetElapsedTime(at) < quiet;
}
