using KpuSync.Storage.Access;

namespace KpuSync.Server.Access;

/// <summary>One reading of personal data while it goes on.</summary>
public sealed class AccessReading(AccessTrailStore store, TimeProvider clock, long id) : IAsyncDisposable
{
    /// <summary>How many entries or changes were read so far.</summary>
    public long Entries { get; set; }

    // The end is written even if the caller went away: it has read what it has read.
    public async ValueTask DisposeAsync() => await store.EndAsync(id, Entries, clock.GetUtcNow(), CancellationToken.None);
}
