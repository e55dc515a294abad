using Npgsql;

namespace KpuSync.TestKit.Stores;

/// <summary>One PostgreSQL for all tests of a process, with a database of its own for each test.</summary>
/// <remarks>Its databases are thrown away with it: never point <see cref="Variable"/> at a cluster that is worth anything.</remarks>
public static class PostgresCluster
{
    /// <summary>
    /// The environment variable with the connection string of a running cluster, as somebody who may create databases there.
    /// Without it, the process starts a cluster of its own.
    /// </summary>
    public const string Variable = "KPUSYNC_TEST_POSTGRES";

    private const int PoolSizeMax = 20;

    // A cluster that cannot be had is not tried again: every test says why.
    private static readonly Lazy<Task<string>> Cluster = new(FindOrStartAsync);
    private static PostgresProcess? _own;

    // PostgreSQL copies a template for one at a time, and refuses the others.
    private static readonly SemaphoreSlim Turn = new(1, 1);
    private static readonly Dictionary<Func<string, Task>, string> Templates = [];

    /// <summary>Makes a database, as a copy of a template that is prepared once: much faster than to migrate each.</summary>
    /// <param name="prepareTemplate">
    /// Fills the template, whose connection string it gets. There is one template per method: give a static one, for a lambda that captures
    /// anything is another method each time.
    /// </param>
    /// <returns>The connection string of the new database; <see cref="DropDatabaseAsync"/> takes it back.</returns>
    public static async Task<string> CreateDatabaseAsync(Func<string, Task> prepareTemplate)
    {
        await Turn.WaitAsync();
        try
        {
            if (!Templates.TryGetValue(prepareTemplate, out var template))
                Templates[prepareTemplate] = template = await MakeTemplateAsync(prepareTemplate);
            var name = $"kpusync_test_{Guid.NewGuid():N}";
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template}");
            return await ConnectionStringAsync(name, pooling: true);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Copies a database that nobody is connected to.</summary>
    /// <returns>The connection string of the copy.</returns>
    public static async Task<string> CopyDatabaseAsync(string connectionString)
    {
        await Turn.WaitAsync();
        try
        {
            var name = $"kpusync_test_{Guid.NewGuid():N}";
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE \"{NameOf(connectionString)}\"");
            return await ConnectionStringAsync(name, pooling: true);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Puts a copy of <see cref="CopyDatabaseAsync"/> in a database's place, as a restored dump. Nobody may be connected to the copy.</summary>
    public static async Task PutBackAsync(string copy, string connectionString)
    {
        await DropDatabaseAsync(connectionString);
        await ExecuteAsync($"ALTER DATABASE \"{NameOf(copy)}\" RENAME TO \"{NameOf(connectionString)}\"");
    }

    /// <summary>Drops a database of <see cref="CreateDatabaseAsync"/>, whoever is still connected to it.</summary>
    public static async Task DropDatabaseAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync($"DROP DATABASE \"{connection.Database}\" WITH (FORCE)");
    }

    private static string? NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database;

    private static async Task<string> FindOrStartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } running)
            return running;
        _own = await PostgresProcess.StartAsync();
        return _own.ConnectionString;
    }

    private static async Task<string> MakeTemplateAsync(Func<string, Task> prepare)
    {
        var name = $"kpusync_template_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name}");
        // A database is no template while anybody is connected to it, and a pool would stay so, whichever one it is.
        await prepare(await ConnectionStringAsync(name, pooling: false));
        return name;
    }

    private static async Task<string> ConnectionStringAsync(string database, bool pooling) =>
        new NpgsqlConnectionStringBuilder(await Cluster.Value)
        {
            Database = database,
            Pooling = pooling,
            MaxPoolSize = PoolSizeMax,
            // As in production: values of rows, which are people's, stay out of messages.
            IncludeErrorDetail = false,
        }.ConnectionString;

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(await Cluster.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
