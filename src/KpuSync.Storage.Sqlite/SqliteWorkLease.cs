using KpuSync.Core.Store;

namespace KpuSync.Storage.Sqlite;

/// <summary>An embedded database has one server.</summary>
internal sealed class SqliteWorkLease : IWorkLease
{
    public ValueTask<bool> HoldAsync(string work, CancellationToken ct) => ValueTask.FromResult(true);

    public ValueTask ReleaseAllAsync(CancellationToken ct) => ValueTask.CompletedTask;
}
