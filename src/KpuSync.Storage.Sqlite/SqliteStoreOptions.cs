namespace KpuSync.Storage.Sqlite;

/// <summary>Where the embedded database lies and how large it may grow.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>Path of the database file. Its folder must exist.</summary>
    public required string Path { get; init; }

    /// <summary>Most bytes that the database may take; null is as much as the disk has. When it is full, batches are refused and nothing is lost.</summary>
    public long? SizeMaxBytes { get; init; }
}
