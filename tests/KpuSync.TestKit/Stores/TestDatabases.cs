using System.Collections.Concurrent;
using KpuSync.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.TestKit.Stores;

/// <summary>
/// On which database tests run that do not say it themselves, and where each has its own. Tests name a database by a path in their folder: on the embedded
/// one that is its file; for PostgreSQL it stands for a database that is made when it is first asked for, and dropped with the folder.
/// </summary>
public static class TestDatabases
{
    /// <summary>The environment variable that says <c>postgres</c>, or nothing for the embedded database.</summary>
    public const string Variable = "KPUSYNC_TEST_DATABASE";

    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Postgres = new(StringComparer.Ordinal);

    /// <summary>True if tests run on PostgreSQL.</summary>
    public static bool IsPostgres => Environment.GetEnvironmentVariable(Variable) == "postgres";

    /// <summary>The connection string of the PostgreSQL database that a path stands for, with the current schema.</summary>
    public static Task<string> PostgresAtAsync(string path) =>
        Postgres.GetOrAdd(path, _ => new Lazy<Task<string>>(() => PostgresCluster.CreateDatabaseAsync(MigrateAsync))).Value;

    /// <summary>Puts a copy of a database in another one's place. Nobody may have either open.</summary>
    public static async Task CopyAsync(string from, string to)
    {
        if (!IsPostgres)
        {
            File.Delete(to + "-wal");
            File.Delete(to + "-shm");
            File.Copy(from, to, overwrite: true);
            return;
        }

        var copy = await PostgresCluster.CopyDatabaseAsync(await PostgresAtAsync(from));
        if (Postgres.TryRemove(to, out var replaced))
            await PostgresCluster.DropDatabaseAsync(await replaced.Value);
        Postgres[to] = new Lazy<Task<string>>(Task.FromResult(copy));
    }

    /// <summary>Drops the databases of a folder.</summary>
    public static void DropUnder(string folder)
    {
        foreach (var path in Postgres.Keys.Where(path => path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).ToList())
        {
            if (Postgres.TryRemove(path, out var database))
                PostgresCluster.DropDatabaseAsync(database.Value.GetAwaiter().GetResult()).GetAwaiter().GetResult();
        }
    }

    private static async Task MigrateAsync(string connectionString)
    {
        await using var services = new ServiceCollection().AddKpuSyncPostgres(new PostgresStoreOptions { ConnectionString = connectionString }).BuildServiceProvider();
        await services.GetRequiredService<PostgresMigrator>().MigrateAsync(CancellationToken.None);
    }
}
