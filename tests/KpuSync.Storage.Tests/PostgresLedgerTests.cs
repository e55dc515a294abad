using KpuSync.TestKit.Stores;

namespace KpuSync.Storage.Tests;

/// <summary>The contract on PostgreSQL.</summary>
public class PostgresLedgerTests : LedgerContract
{
    protected override Task<TestCore> OpenAsync() => TestCore.OpenPostgresAsync(Folder.File("kpusync.db"));
}
