using KpuSync.Core.Duplicates;
using KpuSync.Core.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Storage.Sqlite;

/// <summary>Puts the embedded database into a host.</summary>
public static class SqliteServices
{
    /// <summary>Adds the context, the queries and the store.</summary>
    public static IServiceCollection AddKpuSyncSqlite(this IServiceCollection services, SqliteStoreOptions options)
    {
        var connections = new SqliteConnections(options);
        return services
            .AddSingleton(options)
            .AddSingleton(connections)
            .AddDbContextFactory<KpuSyncDbContext>(db => Configure(db, connections.ConnectionString))
            .AddKpuSyncQueries()
            .AddSingleton<SqliteLedgerStore>()
            .AddSingleton<ILedgerStore>(s => s.GetRequiredService<SqliteLedgerStore>())
            .AddSingleton<ILedgerReader>(s => s.GetRequiredService<SqliteLedgerStore>())
            .AddSingleton<ICaseReader, SqliteCaseStore>()
            .AddSingleton<IWorkLease, SqliteWorkLease>()
            .AddSingleton<SqliteBackup>()
            .AddSingleton<SqliteMigrator>();
    }

    internal static void Configure(DbContextOptionsBuilder builder, string connectionString) => Configure(builder.UseSqlite(connectionString, Configure));

    /// <summary>On a connection that is open already.</summary>
    internal static void Configure(DbContextOptionsBuilder builder, SqliteConnection connection) => Configure(builder.UseSqlite(connection, Configure));

    private static void Configure(SqliteDbContextOptionsBuilder sqlite) => sqlite.MigrationsAssembly(typeof(SqliteServices).Assembly);

    private static void Configure(DbContextOptionsBuilder builder) => builder.ReplaceService<IMigrationsSqlGenerator, WithoutRowIdSqlGenerator>();
}
