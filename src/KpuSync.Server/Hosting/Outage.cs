namespace KpuSync.Server.Hosting;

/// <summary>Whether something fails that is tried again and again: the log tells of its beginning and its end, not of every try.</summary>
internal sealed class Outage
{
    private bool _lasts;

    /// <summary>It failed. True if it did not the last time.</summary>
    public bool Begins() => !Interlocked.Exchange(ref _lasts, true);

    /// <summary>It worked. True if it did not the last time.</summary>
    public bool Ends() => Interlocked.Exchange(ref _lasts, false);
}
