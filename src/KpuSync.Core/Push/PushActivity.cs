namespace KpuSync.Core.Push;

/// <summary>Tells whether batches are being written, so that background work can give way to them.</summary>
public sealed class PushActivity(TimeProvider time)
{
    // Longer than the pause between two groups of a busy producer.
    private static readonly TimeSpan QuietAfter = TimeSpan.FromMilliseconds(300);

    private long _last = long.MinValue;

    /// <summary>True while batches are being written, and shortly after.</summary>
    public bool IsBusy => Interlocked.Read(ref _last) is var last && last != long.MinValue && time.GetElapsedTime(last) < QuietAfter;

    /// <summary>Batches are being written now.</summary>
    public void Note() => Interlocked.Exchange(ref _last, time.GetTimestamp());
}
