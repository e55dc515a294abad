using System.Data.Common;
using KpuSync.TestKit.Stores;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KpuSync.TestKit.Servers;

/// <summary>How a server is told to use the database that a path stands for (<see cref="TestDatabases"/>).</summary>
public static class ServerDatabases
{
    /// <summary>As settings, for example <c>KpuSync:Data</c>.</summary>
    public static async Task<Dictionary<string, string?>> SettingsAtAsync(string path) =>
        TestDatabases.IsPostgres ? SettingsFor(await TestDatabases.PostgresAtAsync(path)) : new() { ["KpuSync:Data"] = path };

    /// <summary>As flags of <c>kpusync-server</c>.</summary>
    public static async Task<string[]> FlagsAtAsync(string path) =>
        TestDatabases.IsPostgres ? FlagsFor(await TestDatabases.PostgresAtAsync(path)) : ["--data", path];

    /// <summary>As settings, for a PostgreSQL of the tests.</summary>
    public static Dictionary<string, string?> SettingsFor(string connectionString) => new()
    {
        ["KpuSync:Database"] = "postgres",
        ["KpuSync:Connection"] = connectionString,
        // The cluster of the tests forces nothing to the disk.
        ["KpuSync:AllowVolatile"] = "true",
    };

    /// <summary>As flags, for a PostgreSQL of the tests.</summary>
    public static string[] FlagsFor(string connectionString)
    {
        // No flag says so, because nobody should do it in passing.
        Environment.SetEnvironmentVariable("KPUSYNC__ALLOWVOLATILE", "true");
        return ["--database", "postgres", "--connection", connectionString];
    }

    /// <summary>Opens the database beside whoever else uses it.</summary>
    public static async Task<DbConnection> OpenAsync(string path)
    {
        DbConnection connection = TestDatabases.IsPostgres
            ? new NpgsqlConnection(await TestDatabases.PostgresAtAsync(path))
            : new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }
}
