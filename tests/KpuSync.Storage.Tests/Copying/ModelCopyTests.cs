using KpuSync.Storage.Copying;
using KpuSync.Storage.Postgres;
using KpuSync.TestKit.Stores;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Tests.Copying;

/// <summary>Whatever table the model has or will have is copied, with every value that may stand in it.</summary>
public sealed class ModelCopyTests : CopyTests
{
    [Fact]
    public void Tables_OfBothDatabases_AreTheSameButForLeases()
    {
        using var postgres = new DesignTimeContextFactory().CreateDbContext([]);

        var known = postgres.Model.GetRelationalModel().Tables.Where(table => table.Name != "work_lease").Select(StoredTable.Of);
        Tables.Select(TextOf).ShouldBe(known.Select(TextOf), ignoreOrder: true);
    }

    // Numbers up to 0, so that no head says that it has a ledger.
    [Fact]
    public async Task Copy_ExtremeValuesInEveryTable_ArriveAsTheyAre()
    {
        foreach (var table in Tables)
        {
            foreach (var value in (string[][])[["0", "0", "0", "''", "x''"], ["-9223372036854775808", "-2147483648", "1", "'é'", "x'00ff'"], ["-1", "-2", "1", "'~'", "x'ff'"]])
                await ChangeFileAsync($"INSERT INTO {table.Quoted} ({table.QuotedColumns}) VALUES ({string.Join(", ", table.Columns.Select(c => value[(int)c.Type]))})");
        }

        var report = await CopyAsync();

        report.Faults.ShouldBeEmpty();
        var rows = await RowsOfTargetAsync();
        rows.ShouldBe(await RowsOfFileAsync());
        Tables.ShouldAllBe(table => rows.CountOf(table.Name) == 3);
    }

    [Fact]
    public async Task Copy_NothingButASchema_CopiesNothing()
    {
        var report = await CopyAsync();

        report.Faults.ShouldBeEmpty();
        report.Tables.Sum(t => t.Rows).ShouldBe(0);
        await TargetShouldBeEmptyAsync();
    }

    protected override async Task MakeFileAsync()
    {
        await using var core = await TestCore.OpenSqliteAsync(FilePath);
    }

    protected override Task<TestCore> OpenTargetAsync() => TestCore.OpenPostgresAsync(TargetPath);

    private static string TextOf(StoredTable table) => $"{table.Name} {string.Join(", ", table.Columns)}";
}
