using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Microsoft.Data.Sqlite;

namespace KpuSync.Storage.Tests;

/// <summary>The contract on the embedded database, and what is special about it.</summary>
public class SqliteLedgerTests : LedgerContract
{
    private string DatabasePath => Folder.File("kpusync.db");

    protected override Task<TestCore> OpenAsync() => TestCore.OpenSqliteAsync(DatabasePath);

    [Fact]
    public async Task Push_DatabaseIsFull_RefusesAndParksNothing()
    {
        await Core.PushAsync(BatchExamples.Of(1, VoterExamples.New(1)));
        await Core.DisposeAsync();
        await using var full = await TestCore.OpenSqliteAsync(DatabasePath, sizeMaxBytes: new FileInfo(DatabasePath).Length);
        var batch = BatchExamples.Of(2, Enumerable.Range(2, 900).Select(i => VoterExamples.New(i)));

        (await full.PushAsync(batch)).Error!.Reason.ShouldBe(ErrorReason.StorageUnavailable);

        await full.DisposeAsync();
        await using var roomy = await TestCore.OpenSqliteAsync(DatabasePath);
        (await roomy.PushAsync(batch)).Value.Receipt.Counts.Applied.ShouldBe(900);
    }

    [Theory]
    [InlineData("UPDATE ledger_entry SET statuses = X'05' WHERE position = 2", "altered")]
    [InlineData("UPDATE ledger_entry SET actor = 'somebody' WHERE position = 2", "altered")]
    [InlineData("DELETE FROM ledger_entry WHERE position = 2", "missing")]
    [InlineData("UPDATE ledger_entry SET payload = X'00' WHERE position = 2", "damaged")]
    public async Task Verify_EntryTamperedWith_IsNamed(string tampering, string problem)
    {
        for (var sequence = 1; sequence <= 3; sequence++)
            await Core.PushAsync(BatchExamples.Of(sequence, VoterExamples.New(sequence)));
        Execute(tampering);

        var report = await Core.Get<ChainVerifier>().VerifyAsync(OfficeCode.Parse("5201"), default);

        report.Faults.ShouldContain(new ChainFault(2, problem));
    }

    [Fact]
    public async Task Rebuild_RegisterTamperedWith_IsNamed()
    {
        await Core.PushAsync(BatchExamples.Of(1, Enumerable.Range(1, 4).Select(i => VoterExamples.New(i))));
        Execute($"DELETE FROM registration WHERE nik = {VoterExamples.NikOf(1)}");
        Execute($"UPDATE registration SET ground = 1 WHERE nik = {VoterExamples.NikOf(2)}");

        var report = await Core.Get<RebuildHandler>().CheckAsync(OfficeCode.Parse("5201"), default);

        report.Differences.ShouldBe(
            [new RegisterDifference(Masked(2), "differs"), new RegisterDifference(Masked(1), "missing")]);
    }

    [Fact]
    public void Settings_OfTheFile_AreDurableAndLarge()
    {
        Query("PRAGMA journal_mode").ShouldBe("wal");
        Query("PRAGMA page_size").ShouldBe("8192");
        Query("SELECT sql LIKE '%WITHOUT ROWID%' FROM sqlite_master WHERE name = 'registration'").ShouldBe("1");
    }

    [Fact]
    public async Task Rebuild_PendingChangeTamperedWith_IsNamed()
    {
        await Core.PushAsync(BatchExamples.Of(1, VoterExamples.Remove(VoterExamples.NikOf(1))));
        Execute("UPDATE pending_change SET state = 2");

        var report = await Core.Get<RebuildHandler>().CheckAsync(OfficeCode.Parse("5201"), default);

        report.Differences.ShouldBe([new RegisterDifference("pending 1:0", "differs")]);
    }

    private static string Masked(int number) => Nik.Parse(VoterExamples.NikOf(number)).ToString();

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private string? Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(command.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
