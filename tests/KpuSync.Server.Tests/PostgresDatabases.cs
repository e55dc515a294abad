using KpuSync.TestKit.Servers;
using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Server.Tests;

/// <summary>The PostgreSQL databases of a test that is about PostgreSQL, whatever the others run on.</summary>
internal sealed class PostgresDatabases : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _empty = [];

    /// <summary>One with the current schema.</summary>
    public Task<string> MigratedAsync() => TestDatabases.PostgresAtAsync(Path.Combine(_folder.Path, "migrated"));

    /// <summary>One without a schema.</summary>
    public async Task<string> EmptyAsync()
    {
        var database = await PostgresCluster.CreateDatabaseAsync(LeaveEmptyAsync);
        _empty.Add(database);
        return database;
    }

    /// <summary>Runs a command of the server on one.</summary>
    public static Task<(int Exit, string Output, string Errors)> RunAsync(string database, params string[] args) =>
        CommandLine.RunAsync([.. args, .. ServerDatabases.FlagsFor(database)]);

    public static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        foreach (var database in _empty)
            await PostgresCluster.DropDatabaseAsync(database);
    }

    private static Task LeaveEmptyAsync(string template) => Task.CompletedTask;
}
