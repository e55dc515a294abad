using KpuSync.Storage.Copying;
using KpuSync.Storage.Postgres.Copying;
using KpuSync.Storage.Sqlite;
using KpuSync.TestKit;
using KpuSync.TestKit.Stores;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KpuSync.Storage.Tests.Copying;

/// <summary>Tests that copy a file of their own into a PostgreSQL database of their own.</summary>
public abstract class CopyTests : IAsyncLifetime
{
    protected TempFolder Folder { get; } = new();

    /// <summary>The file that is copied.</summary>
    protected string FilePath => Folder.File("kpusync.db");

    /// <summary>The target as a server has it.</summary>
    protected TestCore Target { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        await MakeFileAsync();
        Target = await OpenTargetAsync();
    }

    public async Task DisposeAsync()
    {
        await Target.DisposeAsync();
        Folder.Dispose();
    }

    protected abstract Task MakeFileAsync();

    protected abstract Task<TestCore> OpenTargetAsync();

    protected string TargetPath => Folder.File("target");

    protected async Task<CopyReport> CopyAsync(ICopyProgress? progress = null)
    {
        using var source = SqliteCopySource.Open(FilePath);
        return await Target.Get<PostgresCopy>().RunAsync(source, "target", progress ?? new Silent(), default);
    }

    protected async Task ChangeFileAsync(string sql)
    {
        await using var connection = await OpenFileAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    protected async Task<SqliteConnection> OpenFileAsync()
    {
        var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        await connection.OpenAsync();
        return connection;
    }

    protected IReadOnlyList<StoredTable> Tables
    {
        get
        {
            using var source = SqliteCopySource.Open(FilePath);
            return source.Tables;
        }
    }

    protected async Task<IReadOnlyList<string>> RowsOfFileAsync()
    {
        var tables = Tables;
        await using var connection = await OpenFileAsync();
        return await Rows.OfAsync(connection, tables);
    }

    protected async Task<IReadOnlyList<string>> RowsOfTargetAsync()
    {
        await using var connection = new NpgsqlConnection(await TestDatabases.PostgresAtAsync(TargetPath));
        await connection.OpenAsync();
        return await Rows.OfAsync(connection, Tables);
    }

    protected async Task TargetShouldBeEmptyAsync() => (await RowsOfTargetAsync()).ShouldBeEmpty();

    protected class Silent : ICopyProgress
    {
        public virtual void Copying(string table, long rows)
        {
        }

        public virtual void Copied(CopiedTable table)
        {
        }

        public virtual void Comparing(string table)
        {
        }

        public virtual void Verified(CopiedLedger ledger)
        {
        }
    }
}
