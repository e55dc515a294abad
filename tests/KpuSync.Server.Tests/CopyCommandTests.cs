using System.Text.Json;
using KpuSync.TestKit.Servers;
using Microsoft.Data.Sqlite;
using Npgsql;
using static KpuSync.Server.Tests.PostgresDatabases;

namespace KpuSync.Server.Tests;

/// <summary><c>kpusync-server copy</c>: what it takes over, and what it refuses.</summary>
[Trait("Database", "sqlite")]
public sealed class CopyCommandTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly PostgresDatabases _databases = new();

    private string Data => Path.Combine(_folder.Path, "kpusync.db");

    public async ValueTask DisposeAsync()
    {
        await _databases.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Copy_ToABlankDatabase_MakesTheSchemaAndCredentialsStayValid()
    {
        var issued = await OnFileAsync("token", "issue", "--office", "5201", "--json");
        var target = await _databases.EmptyAsync();

        var (exit, output, errors) = await CopyAsync(target);

        exit.ShouldBe(0, errors);
        output.ShouldMatch(@"credential +1 rows\n");
        output.ShouldContain("Every table was read back and is equal");
        var listed = await RunAsync(target, "token", "list");
        listed.Output.ShouldStartWith(JsonDocument.Parse(issued).RootElement.GetProperty("id").GetString()!);
        listed.Output.ShouldContain("valid");
    }

    [Fact]
    public async Task Copy_AsJson_PrintsOneDocument()
    {
        await OnFileAsync("token", "issue", "--office", "5201");

        var (_, output, _) = await CopyAsync(await _databases.MigratedAsync(), "--json");

        var result = JsonDocument.Parse(output).RootElement;
        (result.GetProperty("copied").GetBoolean(), result.GetProperty("from").GetString(), result.GetProperty("offices").GetInt32()).ShouldBe((true, Data, 0));
        result.GetProperty("tables").EnumerateArray().Single(t => t.GetProperty("table").GetString() == "credential").GetProperty("rows").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Copy_EndsFromSettings_TakesThem()
    {
        await OnFileAsync("token", "issue", "--office", "5201");

        var (exit, _, errors) = await CommandLine.RunAsync(
            ["copy", "--from", "sqlite:", "--to", "postgres:", "--data", Data, .. ServerDatabases.FlagsFor(await _databases.MigratedAsync())]);

        exit.ShouldBe(0, errors);
    }

    [Fact]
    public async Task Copy_ServerOnTheFile_IsRefused()
    {
        await using var server = await TestServer.StartAsync(new TestServerOptions { DataPath = Data });

        await ShouldRefuseAsync(await _databases.MigratedAsync(), "is open in another program, probably a running server");
    }

    [Fact]
    public async Task Copy_ServerWasOnTheDatabase_IsRefused()
    {
        await OnFileAsync("token", "list");
        var target = await _databases.MigratedAsync();
        (await RunAsync(target, "token", "list")).Exit.ShouldBe(0);

        await ShouldRefuseAsync(target, "is not empty: data_protection_key, deployment, signing_key hold rows");
    }

    [Fact]
    public async Task Copy_NoSuchFile_IsRefusedAndMakesNone()
    {
        await ShouldRefuseAsync(await _databases.EmptyAsync(), $"There is no file {Data}");
        File.Exists(Data).ShouldBeFalse();
    }

    [Theory]
    [InlineData("NIK;NAMA\n5201;SITI\n", "is not a SQLite database")]
    [InlineData("", "is no database of KpuSync")]
    public async Task Copy_FileIsSomethingElse_IsRefused(string content, string problem)
    {
        await File.WriteAllTextAsync(Data, content);

        await ShouldRefuseAsync(await _databases.EmptyAsync(), problem);
    }

    [Theory]
    [InlineData("CREATE TABLE resep (nama TEXT)", "is no database of KpuSync")]
    [InlineData("""CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT PRIMARY KEY, "ProductVersion" TEXT NOT NULL)""", "is no database of KpuSync")]
    public async Task Copy_DatabaseOfAnotherProgram_IsRefused(string sql, string problem)
    {
        await ChangeFileAsync(sql);

        await ShouldRefuseAsync(await _databases.EmptyAsync(), problem);
    }

    [Theory]
    [InlineData("""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = (SELECT max("MigrationId") FROM "__EFMigrationsHistory")""", "is older than this program: it lacks 1 of ")]
    [InlineData("""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('29991231000000_Later', '99.0.0')""", "does not know its migration 29991231000000_Later")]
    public async Task Copy_FileOfAnotherRelease_IsRefusedWithWhatToDo(string sql, string problem)
    {
        await OnFileAsync("migrate");
        await ChangeFileAsync(sql);

        await ShouldRefuseAsync(await _databases.EmptyAsync(), problem);
    }

    // Whoever names a database in use by mistake finds it as it was.
    [Fact]
    public async Task Copy_DatabaseOfAnOlderRelease_IsRefusedAndNotUpgraded()
    {
        await OnFileAsync("migrate");
        var target = await _databases.EmptyAsync();
        await ExecuteAsync(
            target,
            """
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" text PRIMARY KEY, "ProductVersion" text NOT NULL);
            INSERT INTO "__EFMigrationsHistory" VALUES ('20000101000000_Earlier', '1.0.0')
            """);

        await ShouldRefuseAsync(target, "20000101000000_Earlier");
    }

    [Fact]
    public async Task Copy_DatabaseIsDown_FailsAndSaysThatNothingIsThere()
    {
        await OnFileAsync("migrate");

        var (exit, _, errors) = await CopyAsync($"Host=127.0.0.1;Port={Forwarder.FreePort()};Database=kpusync;Username=kpusync");

        exit.ShouldBe(1);
        errors.ShouldContain("does not answer");
        errors.ShouldContain("run the copy again");
    }

    [Fact]
    public async Task Copy_UserWhoOwnsNoTable_NamesTheGrantAndThenCopies()
    {
        await OnFileAsync("token", "issue", "--office", "5201");
        var target = await _databases.MigratedAsync();
        var user = $"writer_{Guid.NewGuid():N}";
        var connection = new NpgsqlConnectionStringBuilder(target) { Username = user, Pooling = false }.ConnectionString;
        await ExecuteAsync(target, $"CREATE ROLE {user} LOGIN; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {user}");
        try
        {
            await ShouldRefuseAsync(connection, $"GRANT UPDATE ON ALL SEQUENCES IN SCHEMA public TO \"{user}\"");
            await ExecuteAsync(target, $"GRANT UPDATE ON ALL SEQUENCES IN SCHEMA public TO {user}");
            var (exit, _, errors) = await CopyAsync(connection);
            exit.ShouldBe(0, errors);
        }
        finally
        {
            await ExecuteAsync(target, $"DROP OWNED BY {user}; DROP ROLE {user}");
        }
    }

    [Theory]
    [InlineData("postgres:Host=db;Password=rahasia", "sqlite:kpusync.db", "and not back")]
    [InlineData("sqlite:kpusync.db", "sqlite:other.db", "and not back")]
    [InlineData("kpusync.db", "postgres:Host=db;Database=kpusync;Password=rahasia", "--from begins with neither")]
    [InlineData("sqlite:kpusync.db", "Host=db;Database=kpusync;Password=rahasia", "--to begins with neither")]
    [InlineData("sqlite:kpusync.db", "postgres:postgres://kpusync:rahasia@db/kpusync", "is no connection string")]
    [InlineData("sqlite:kpusync.db", "postgres:Database=kpusync;Password=rahasia", "names no Host")]
    [InlineData("sqlite:kpusync.db", "postgres:", "KpuSync:Connection is missing")]
    public async Task Copy_EndsThatCannotBe_AreRefusedWithoutAPassword(string from, string to, string problem)
    {
        var (exit, output, errors) = await CommandLine.RunAsync("copy", "--from", from, "--to", to);

        exit.ShouldBe(2);
        errors.ShouldContain(problem);
        (output + errors).ShouldNotContain("rahasia");
    }

    private Task<(int Exit, string Output, string Errors)> CopyAsync(string target, params string[] more)
    {
        // For the tests' cluster, which forces nothing to the disk.
        _ = ServerDatabases.FlagsFor(target);
        return CommandLine.RunAsync(["copy", "--from", "sqlite:" + Data, "--to", "postgres:" + target, .. more]);
    }

    private async Task ShouldRefuseAsync(string target, string problem)
    {
        var (exit, output, errors) = await CopyAsync(target);
        exit.ShouldBe(2, output + errors);
        errors.ShouldContain(problem);
        output.ShouldBeEmpty();
    }

    private async Task<string> OnFileAsync(params string[] args)
    {
        var (exit, output, errors) = await CommandLine.RunAsync([.. args, "--data", Data]);
        exit.ShouldBe(0, errors);
        return output;
    }

    private async Task ChangeFileAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Data};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
