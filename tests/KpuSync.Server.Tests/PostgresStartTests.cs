using KpuSync.Server.Access;
using KpuSync.Server.Hosting;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using static KpuSync.Server.Tests.PostgresDatabases;

namespace KpuSync.Server.Tests;

/// <summary>Which PostgreSQL a server or a command refuses, and what it says.</summary>
public sealed class PostgresStartTests : IAsyncDisposable
{
    private readonly PostgresDatabases _databases = new();

    public ValueTask DisposeAsync() => _databases.DisposeAsync();

    [Fact]
    public async Task Run_NoSuchDatabase_NamesItAndShowsNoPassword()
    {
        var connection = new NpgsqlConnectionStringBuilder(await _databases.MigratedAsync()) { Database = "nowhere", Password = "rahasia" };

        var (exit, output, errors) = await RunAsync(connection.ConnectionString, "token", "list");

        exit.ShouldBe(2);
        errors.ShouldContain("has no database 'nowhere' (3D000)");
        (output + errors).ShouldNotContain("rahasia");
    }

    [Fact]
    public async Task Run_NoSuchUser_NamesIt()
    {
        var connection = new NpgsqlConnectionStringBuilder(await _databases.MigratedAsync()) { Username = "nobody_known" };

        var (exit, _, errors) = await RunAsync(connection.ConnectionString, "token", "list");

        exit.ShouldBe(2);
        errors.ShouldContain("does not let user 'nobody_known' in");
    }

    [Fact]
    public async Task Run_UserWhoMayOnlyRead_NamesATableAndTheGrant()
    {
        var database = await _databases.MigratedAsync();
        var user = $"reader_{Guid.NewGuid():N}";
        var connection = new NpgsqlConnectionStringBuilder(database) { Username = user, Pooling = false }.ConnectionString;
        await ExecuteAsync(database, $"CREATE ROLE {user} LOGIN");
        try
        {
            var nothing = await RunAsync(connection, "token", "list");
            await ExecuteAsync(database, $"GRANT SELECT ON ALL TABLES IN SCHEMA public TO {user}");
            var reading = await RunAsync(connection, "token", "list");
            await ExecuteAsync(database, $"GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {user}");
            var writing = await RunAsync(connection, "token", "list");

            (nothing.Exit, reading.Exit, writing.Exit).ShouldBe((2, 2, 0), writing.Errors);
            nothing.Errors.ShouldContain("42501");
            reading.Errors.ShouldContain("access_trail among them (42501)");
            reading.Errors.ShouldContain($"TO \"{user}\"");
        }
        finally
        {
            await ExecuteAsync(database, $"DROP OWNED BY {user}; DROP ROLE {user}");
        }
    }

    [Fact]
    public async Task Run_ReadOnlyDatabase_SaysSo()
    {
        var database = await _databases.MigratedAsync();

        var (exit, _, errors) = await RunAsync(database + ";Options=-c default_transaction_read_only=on", "token", "list");

        exit.ShouldBe(2);
        errors.ShouldContain("is read-only");
    }

    [Fact]
    public async Task Prepare_DatabaseThatMayLoseWhatItCommitted_RefusesUnlessAllowed()
    {
        var settings = ServerDatabases.SettingsFor(await _databases.MigratedAsync() + ";Options=-c synchronous_commit=off");
        await using (var allowed = ServerHost.BuildForCommand(settings))
            await allowed.Services.GetRequiredService<Preparation>().PrepareAsync(default);

        settings["KpuSync:AllowVolatile"] = "false";
        await using var app = ServerHost.BuildForCommand(settings);
        var refusal = await Should.ThrowAsync<StartupException>(() => app.Services.GetRequiredService<Preparation>().PrepareAsync(default));

        refusal.Message.ShouldContain(" = off: a crash would lose changes");
    }

    [Fact]
    public async Task Run_PostgresThatIsDown_FailsACommandAtOnce()
    {
        var (exit, _, errors) = await RunAsync($"Host=127.0.0.1;Port={Forwarder.FreePort()};Database=kpusync;Username=kpusync", "token", "list");

        exit.ShouldBe(1);
        errors.ShouldContain("does not answer");
    }

    [Fact]
    public async Task Prepare_TwoServersAtTheFirstStart_HaveTheSameKey()
    {
        var settings = ServerDatabases.SettingsFor(await _databases.MigratedAsync());
        await using var one = ServerHost.BuildForCommand(settings);
        await using var other = ServerHost.BuildForCommand(settings);

        await Task.WhenAll(new[] { one, other }.Select(app => Task.Run(() => app.Services.GetRequiredService<Preparation>().PrepareAsync(default))));

        var keys = new[] { one, other }.Select(app => app.Services.GetRequiredService<SigningKeys>().All.Single().KeyId);
        keys.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Backup_OnPostgres_NamesItsOwnTools()
    {
        var (exit, _, errors) = await RunAsync(await _databases.MigratedAsync(), "backup", "--to", "never-written.db");

        exit.ShouldBe(2);
        errors.ShouldContain("pg_dump");
        errors.ShouldContain("pg_basebackup");
    }

    [Fact]
    public void Build_DirectConnectionThatCannotBeUsed_NamesItAndRepeatsNothing()
    {
        var settings = ServerDatabases.SettingsFor("Host=db;Database=kpusync");
        settings["KpuSync:DirectConnection"] = "Host=db;Port=rahasia";

        var refusal = Should.Throw<OptionsValidationException>(() => ServerHost.BuildForCommand(settings));

        refusal.Message.ShouldContain("KpuSync:DirectConnection is no connection string");
        refusal.Message.ShouldNotContain("rahasia");
    }

    [Theory]
    [InlineData("KpuSync:Database is 'oracle'", "--database", "oracle")]
    [InlineData("KpuSync:Connection is missing", "--database", "postgres")]
    [InlineData("KpuSync:Connection is no connection string", "--database", "postgres", "--connection", "rahasia")]
    [InlineData("KpuSync:Connection is no connection string", "--database", "postgres", "--connection", "Host=db;Port=rahasia")]
    [InlineData("KpuSync:Connection is no connection string", "--database", "postgres", "--connection", "Host=db;Pasword=rahasia")]
    [InlineData("KpuSync:Connection names no Host", "--database", "postgres", "--connection", "Database=kpusync;Password=rahasia")]
    [InlineData("KpuSync:Connection names no Database", "--database", "postgres", "--connection", "Host=db;Password=rahasia")]
    [InlineData("KpuSync:Connection is set, but KpuSync:Database is 'sqlite'", "--connection", "Host=db;Database=kpusync;Password=rahasia")]
    public async Task Run_DatabaseSettingsThatCannotBeUsed_SaysWhatToDoAndRepeatsNoConnection(string expected, params string[] flags)
    {
        var (exit, output, errors) = await CommandLine.RunAsync(["token", "list", .. flags]);

        exit.ShouldBe(2);
        errors.ShouldContain(expected);
        (output + errors).ShouldNotContain("rahasia");
    }
}
