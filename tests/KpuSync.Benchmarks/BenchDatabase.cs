using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Benchmarks;

/// <summary>The empty database that a measured server is on.</summary>
internal sealed class BenchDatabase
{
    /// <summary>What <c>--db</c> takes.</summary>
    public static readonly string[] Kinds = ["sqlite", "postgres"];

    // One cluster for all measurements of a run, as durable as a real one.
    private static readonly Lazy<Task<string>> Cluster = new(StartAsync);

    private static PostgresProcess? _process;

    private BenchDatabase(string? connection) => Connection = connection;

    /// <summary>Connection string of the PostgreSQL database; null for an embedded one in the workspace.</summary>
    public string? Connection { get; }

    /// <summary>Makes one.</summary>
    public static async Task<BenchDatabase> MakeAsync(string kind)
    {
        if (kind != "postgres")
            return new BenchDatabase(null);
        var name = $"bench_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(await Cluster.Value);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await command.ExecuteNonQueryAsync();
        return new BenchDatabase(new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = name }.ConnectionString);
    }

    private static async Task<string> StartAsync() => (_process = await PostgresProcess.StartAsync(isDurable: true)).ConnectionString;
}
