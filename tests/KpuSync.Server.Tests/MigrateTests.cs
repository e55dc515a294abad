using Microsoft.Data.Sqlite;
using static KpuSync.Server.Tests.PostgresDatabases;

namespace KpuSync.Server.Tests;

/// <summary><c>kpusync-server migrate</c>, and who refuses which schema.</summary>
public sealed class MigrateTests : IAsyncDisposable
{
    private const string Newer = "29991231000000_Later";
    private const string AddNewer = $"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('{Newer}', '99.0.0')""";

    private readonly PostgresDatabases _databases = new();

    public ValueTask DisposeAsync() => _databases.DisposeAsync();

    [Fact]
    public async Task Run_EmptyPostgres_SaysToMigrateAndHowMuchIsMissing()
    {
        var (exit, _, errors) = await RunAsync(await _databases.EmptyAsync(), "token", "list");

        exit.ShouldBe(2);
        errors.ShouldMatch("lacks ([0-9]+) of the schema's \\1 migrations");
        errors.ShouldContain("kpusync-server migrate");
    }

    [Fact]
    public async Task Migrate_EmptyPostgres_MakesItServeAndMayBeRepeated()
    {
        var database = await _databases.EmptyAsync();

        var first = await RunAsync(database, "migrate");
        var again = await RunAsync(database, "migrate");

        (first.Exit, again.Exit).ShouldBe((0, 0), first.Errors + again.Errors);
        first.Output.ShouldStartWith("Applied ");
        again.Output.ShouldContain("is current");
        (await RunAsync(database, "token", "list")).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Migrate_FourAtOnce_AllSucceed()
    {
        var database = await _databases.EmptyAsync();

        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RunAsync(database, "migrate"))));

        runs.ShouldAllBe(run => run.Exit == 0);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("token", "list")]
    public async Task Run_NewerPostgres_RefusesAndNamesWhatItDoesNotKnow(params string[] args)
    {
        var database = await _databases.MigratedAsync();
        await ExecuteAsync(database, AddNewer);

        var (exit, _, errors) = await RunAsync(database, args);

        exit.ShouldBe(2);
        errors.ShouldContain(Newer);
    }

    [Theory]
    [InlineData("migrate")]
    [InlineData("token", "list")]
    public async Task Run_NewerSqlite_RefusesAndNamesWhatItDoesNotKnow(params string[] args)
    {
        using var folder = new TemporaryFolder();
        var data = Path.Combine(folder.Path, "kpusync.db");
        (await CommandLine.RunAsync("migrate", "--data", data)).Output.ShouldStartWith("Applied ");
        await using (var connection = new SqliteConnection($"Data Source={data};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = AddNewer;
            await command.ExecuteNonQueryAsync();
        }

        var (exit, _, errors) = await CommandLine.RunAsync([.. args, "--data", data]);

        exit.ShouldBe(2);
        errors.ShouldContain(Newer);
    }

    [Fact]
    public async Task MigrateDistributed_WithoutCitus_SaysWhatIsMissingAndLeavesAReadySchema()
    {
        var database = await _databases.EmptyAsync();

        var (exit, output, errors) = await RunAsync(database, "migrate", "--distributed");

        exit.ShouldBe(2);
        output.ShouldStartWith("Applied ");
        errors.ShouldContain("The extension citus is not installed");
        (await RunAsync(database, "token", "list")).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task MigrateDistributed_Sqlite_SaysThatItIsForPostgres()
    {
        using var folder = new TemporaryFolder();

        var (exit, _, errors) = await CommandLine.RunAsync("migrate", "--distributed", "--data", Path.Combine(folder.Path, "kpusync.db"));

        exit.ShouldBe(2);
        errors.ShouldContain("--distributed is for PostgreSQL");
    }
}
