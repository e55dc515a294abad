using KpuSync.Core.Duplicates;
using KpuSync.Core.Store;
using KpuSync.Storage.Postgres.Copying;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace KpuSync.Storage.Postgres;

/// <summary>Puts PostgreSQL into a host.</summary>
public static class PostgresServices
{
    /// <summary>Adds the context, the queries and the store.</summary>
    public static IServiceCollection AddKpuSyncPostgres(this IServiceCollection services, PostgresStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return services
            .AddSingleton(_ => NpgsqlDataSource.Create(PostgresConnections.Complete(options.ConnectionString)))
            .AddDbContextFactory<KpuSyncDbContext>((s, db) => Configure(db, s.GetRequiredService<NpgsqlDataSource>()))
            .AddKpuSyncQueries()
            .AddSingleton<PostgresLedgerStore>()
            .AddSingleton<ILedgerStore>(s => s.GetRequiredService<PostgresLedgerStore>())
            .AddSingleton<ILedgerReader>(s => s.GetRequiredService<PostgresLedgerStore>())
            .AddSingleton<ICaseReader, PostgresCaseStore>()
            .AddSingleton<IWorkLease, PostgresWorkLease>()
            .AddSingleton<PostgresListener>()
            .AddSingleton(options)
            .AddSingleton<PostgresTurn>()
            .AddSingleton<PostgresReadiness>()
            .AddSingleton<PostgresDistributor>()
            .AddSingleton<PostgresCopy>()
            .AddSingleton<PostgresMigrator>();
    }

    internal static void Configure(DbContextOptionsBuilder builder, NpgsqlDataSource source) => Configure(builder.UseNpgsql(source, Configure));

    /// <summary>On a connection that is open already; a query may take as long as it takes.</summary>
    internal static void Configure(DbContextOptionsBuilder builder, NpgsqlConnection connection) => Configure(builder.UseNpgsql(connection, npgsql =>
    {
        Configure(npgsql);
        npgsql.CommandTimeout(0);
    }));

    // Npgsql's own strategy hides a lost connection in an InvalidOperationException, which callers would take for a bug.
    private static void Configure(NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.MigrationsAssembly(typeof(PostgresServices).Assembly).ExecutionStrategy(s => new NonRetryingExecutionStrategy(s));

    private static void Configure(DbContextOptionsBuilder builder) => builder.ReplaceService<IModelCustomizer, PostgresModelCustomizer>();
}
