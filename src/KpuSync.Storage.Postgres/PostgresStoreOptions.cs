namespace KpuSync.Storage.Postgres;

/// <summary>Where the PostgreSQL database is.</summary>
public sealed record PostgresStoreOptions
{
    /// <summary>An Npgsql connection string, for example <c>Host=db;Database=kpusync;Username=kpusync</c>. What it says goes before the store's own defaults.</summary>
    public required string ConnectionString { get; init; }

    /// <summary>
    /// A connection to the same database past any pooler, for what a pooler does not pass on. Empty: <see cref="ConnectionString"/> is such a one.
    /// </summary>
    public string DirectConnectionString { get; init; } = "";

    /// <summary>
    /// After how long the database itself ends a statement of a write, whole seconds; zero: never. Null: twice the connection's Command Timeout, 60 s by default. The driver has
    /// given up by then, and what it asked the database to cancel has not ended.
    /// </summary>
    public TimeSpan? StatementTimeout { get; init; }
}
