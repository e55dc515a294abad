using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Storage.Tests;

/// <summary>What tests on PostgreSQL stand on: a database of one's own, quickly.</summary>
public sealed class PostgresClusterTests : IAsyncLifetime
{
    private readonly List<string> _databases = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var database in _databases)
            await PostgresCluster.DropDatabaseAsync(database);
    }

    [Fact]
    public async Task CreateDatabase_Twice_GivesTwoThatKnowNothingOfEachOther()
    {
        var (one, other) = (await CreateAsync(), await CreateAsync());

        await ExecuteAsync(one, "INSERT INTO guest VALUES ('one')");

        (await CountAsync(one), await CountAsync(other)).ShouldBe((1, 0));
    }

    [Fact]
    public async Task CreateDatabase_EightAtOnce_GivesEight()
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(CreateAsync)));

        databases.Distinct().Count().ShouldBe(8);
        (await Task.WhenAll(databases.Select(CountAsync))).ShouldAllBe(count => count == 0);
    }

    [Fact]
    public async Task DropDatabase_StillConnected_Drops()
    {
        var database = await PostgresCluster.CreateDatabaseAsync(MakeGuestsAsync);
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();

        await PostgresCluster.DropDatabaseAsync(database);

        var refusal = await Should.ThrowAsync<PostgresException>(() => CountAsync(database));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InvalidCatalogName);
    }

    private static Task MakeGuestsAsync(string template) => ExecuteAsync(template, "CREATE TABLE guest (name text NOT NULL)");

    private async Task<string> CreateAsync()
    {
        var database = await PostgresCluster.CreateDatabaseAsync(MakeGuestsAsync);
        lock (_databases)
            _databases.Add(database);
        return database;
    }

    private static async Task<long> CountAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand("SELECT count(*) FROM guest");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
