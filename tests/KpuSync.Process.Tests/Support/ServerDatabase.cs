using KpuSync.Core.Ledger;
using KpuSync.Storage.Postgres;
using KpuSync.Storage.Sqlite;
using KpuSync.TestKit.Servers;
using KpuSync.TestKit.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Process.Tests.Support;

/// <summary>The database of a server: how the server is told of it, and how a test reads it beside the server.</summary>
internal sealed class ServerDatabase
{
    private readonly Action<IServiceCollection> _addTo;

    private ServerDatabase(IReadOnlyList<string> flags, Action<IServiceCollection> addTo) => (Flags, _addTo) = (flags, addTo);

    /// <summary>Flags of <c>kpusync-server</c>.</summary>
    public IReadOnlyList<string> Flags { get; }

    public static ServerDatabase Sqlite(string path) =>
        new(["--data", path], services => services.AddKpuSyncSqlite(new SqliteStoreOptions { Path = path }));

    /// <summary>One that servers share.</summary>
    public static ServerDatabase Postgres(string connectionString) =>
        new(ServerDatabases.FlagsFor(connectionString), services => services.AddKpuSyncPostgres(new PostgresStoreOptions { ConnectionString = connectionString }));

    /// <summary>Makes one that servers share; <see cref="PostgresCluster.DropDatabaseAsync"/> takes it back.</summary>
    /// <returns>Its connection string.</returns>
    public static Task<string> CreatePostgresAsync() => PostgresCluster.CreateDatabaseAsync(static connectionString => Postgres(connectionString).MigrateAsync());

    /// <summary>Makes the schema of a PostgreSQL that has none.</summary>
    public async Task MigrateAsync()
    {
        await using var services = Open();
        await services.GetRequiredService<PostgresMigrator>().MigrateAsync(CancellationToken.None);
    }

    /// <summary>The store on it.</summary>
    public ServiceProvider Open()
    {
        var services = new ServiceCollection();
        services.AddSingleton<LedgerSignal>();
        _addTo(services);
        return services.BuildServiceProvider();
    }
}
