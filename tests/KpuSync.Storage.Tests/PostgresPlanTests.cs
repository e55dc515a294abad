using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Storage.Tests;

/// <summary>How the database goes about a push.</summary>
public sealed class PostgresPlanTests : IAsyncLifetime
{
    // What a session has counted is told at the latest when it ends.
    private const string EndTheOthers = "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";

    private const int Batches = 20;

    private const string ReadWhole =
        """
        SELECT string_agg(relname, ', ') FROM pg_stat_user_tables
        WHERE relname IN ('ledger_head', 'ledger_entry', 'producer', 'registration', 'pending_change', 'recap_period', 'recap_tally') AND seq_scan > 0
        """;

    // Entries that a look-up had to read by an index that does not lead to the one it wants.
    private const string EntriesRead = "SELECT max(idx_tup_read) FROM pg_stat_user_indexes WHERE relname = 'ledger_entry'";

    private readonly TempFolder _folder = new();
    private string _database = "";
    private TestCore _core = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabases.PostgresAtAsync(_folder.File("kpusync.db"));
        _core = TestCore.ConnectTo(_database);
    }

    public async Task DisposeAsync()
    {
        await _core.DisposeAsync();
        _folder.Dispose();
    }

    // A plan that was made while the tables were empty is kept, and a first load would read more at each batch.
    [Fact]
    public async Task Push_IntoADatabaseThatWasEmpty_ReadsNoTableWhole()
    {
        for (var sequence = 1; sequence <= Batches; sequence++)
        {
            var voters = Enumerable.Range(sequence * 50, 50).Select(n => VoterExamples.New(n));
            (await _core.PushAsync(BatchExamples.Of(sequence, [.. voters]))).Value.Receipt.Counts.Applied.ShouldBe(50);
        }

        await using var source = NpgsqlDataSource.Create(_database);
        await using var connection = await source.OpenConnectionAsync();
        await using var end = new NpgsqlCommand(EndTheOthers, connection);
        await end.ExecuteNonQueryAsync();
        await using var read = new NpgsqlCommand(ReadWhole, connection);
        (await read.ExecuteScalarAsync()).ShouldBe(DBNull.Value);
        await using var entries = new NpgsqlCommand(EntriesRead, connection);
        ((long)(await entries.ExecuteScalarAsync())!).ShouldBeLessThanOrEqualTo(2 * Batches);
    }
}
