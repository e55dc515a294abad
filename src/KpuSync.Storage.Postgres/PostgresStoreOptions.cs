namespace KpuSync.Storage.Postgres;

/// <summary>Where the PostgreSQL database is.</summary>
public sealed record PostgresStoreOptions
{
    /// <summary>An Npgsql connection string, for example <c>Host=db;Database=kpusync;Username=kpusync</c>. What it says goes before the store's own defaults.</summary>
    public required string ConnectionString { get; init; }
}
