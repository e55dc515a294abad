using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Storage.Tests;

/// <summary>Statements that take too long, and those that may.</summary>
public sealed class PostgresStatementTimeoutTests : IAsyncLifetime
{
    // Far less than the driver waits, so that it is the database that ends it.
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(1);

    private readonly TempFolder _folder = new();
    private TestCore _core = null!;

    public async Task InitializeAsync() => _core = TestCore.ConnectTo(await TestDatabases.PostgresAtAsync(_folder.File("kpusync.db")), statementTimeout: Short);

    public async Task DisposeAsync()
    {
        await _core.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Push_StatementThatHangs_IsCutAndRefusedAsUnavailable()
    {
        await SlowDownAsync("INSERT ON registration", seconds: 300);
        (await _core.PushAsync(Batch())).Error!.Reason.ShouldBe(ErrorReason.StorageUnavailable);
        (await _core.ScalarAsync<long>("SELECT last_value FROM tries")).ShouldBe(1, "it is not tried again here");

        await _core.ExecuteAsync("DROP TRIGGER slow ON registration");
        (await _core.PushAsync(Batch())).Value.Receipt.Counts.Applied.ShouldBe(1);
    }

    [Fact]
    public async Task Write_StatementThatHangs_SaysTheCodeOfTheDatabase()
    {
        await SlowDownAsync("INSERT ON match_key", seconds: 300);
        await using var write = await _core.Store.BeginWriteAsync([], default);

        var refused = await Should.ThrowAsync<StoreUnavailableException>(
            async () => await write.Cases.AddKeysAsync([(1, new RegistrationKey(Nik.Parse(VoterExamples.NikOf(1)), OfficeCode.Parse("5201")))], default));
        refused.ShouldNotBeOfType<StoreConflictException>();
        refused.InnerException.ShouldBeOfType<PostgresException>().SqlState.ShouldBe(PostgresErrorCodes.QueryCanceled);
    }

    // It writes a whole register in one statement.
    [Fact]
    public async Task Rebuild_StatementThatTakesLong_IsWaitedFor()
    {
        await _core.PushAsync(Batch());
        await SlowDownAsync("DELETE ON registration", seconds: 2);
        await _core.Get<RebuildHandler>().WriteAsync(OfficeCode.Parse("5201"), default);

        (await _core.Get<RebuildHandler>().CheckAsync(OfficeCode.Parse("5201"), default)).Differences.ShouldBeEmpty();
    }

    // It empties the index of a whole country in one statement; the driver gave up on it as well.
    [Fact]
    public async Task ResetScan_StatementThatTakesLong_IsWaitedFor()
    {
        await using var hasty = TestCore.ConnectTo(await TestDatabases.PostgresAtAsync(_folder.File("kpusync.db")) + ";Command Timeout=1", statementTimeout: Short);
        await SlowDownAsync("DELETE ON match_key", seconds: 2);

        await hasty.Get<Scanner>().ResetAsync(default);
        (await _core.ScalarAsync<long>("SELECT last_value FROM tries")).ShouldBe(1);
    }

    [Theory]
    [InlineData("", "1min")]
    [InlineData(";Command Timeout=45", "90s")]
    [InlineData(";Command Timeout=0", "0")]
    public async Task Write_WithoutATimeoutOfItsOwn_HasTwiceTheDrivers(string settings, string expected)
    {
        await using var core = TestCore.ConnectTo(await TestDatabases.PostgresAtAsync(_folder.File("kpusync.db")) + settings);
        await _core.ExecuteAsync(
            """
            CREATE TABLE seen (setting text);
            CREATE FUNCTION see() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN INSERT INTO seen VALUES (current_setting('statement_timeout')); RETURN new; END $f$;
            CREATE TRIGGER see BEFORE INSERT ON registration FOR EACH ROW EXECUTE FUNCTION see()
            """);
        await core.PushAsync(Batch());

        (await _core.ScalarAsync<string>("SELECT setting FROM seen")).ShouldBe(expected);
    }

    private static Batch Batch() => BatchExamples.Of(1, VoterExamples.New(1));

    // Counted by a sequence, which no rollback takes back.
    private Task SlowDownAsync(string onWhat, int seconds) => _core.ExecuteAsync(
        $"""
        CREATE SEQUENCE tries;
        CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN PERFORM nextval('tries'), pg_sleep({seconds}); RETURN NULL; END $f$;
        CREATE TRIGGER slow BEFORE {onWhat} FOR EACH STATEMENT EXECUTE FUNCTION slow()
        """);
}
