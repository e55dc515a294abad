using KpuSync.Core.Store;
using KpuSync.Storage.Copying;
using Npgsql;

namespace KpuSync.Storage.Postgres.Copying;

/// <summary>Takes over everything of another database. One transaction: whatever stops it, the target is as empty as before. Start reading here.</summary>
public sealed class PostgresCopy(NpgsqlDataSource source)
{
    /// <summary>Copies, reads back, verifies, and commits if all of it is as it should be.</summary>
    /// <param name="from">What is copied.</param>
    /// <param name="name">How messages name the target, whose schema must be the current one.</param>
    /// <param name="progress">Hears of each step.</param>
    /// <param name="ct">Cancels until the commit; nothing is left.</param>
    public async Task<CopyReport> RunAsync(ICopySource from, string name, ICopyProgress progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(from);
        ArgumentNullException.ThrowIfNull(progress);
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var target = new CopyTarget(connection);
        await target.LockAsync(ct);
        if (await target.RefusalAsync(from.Tables, name, ct) is { } refusal)
            return new CopyReport { Refusal = refusal };

        var transfer = new TableTransfer(from, connection, progress);
        var report = await transfer.CopyAsync(ct);
        if (report.Faults.Count > 0)
            return report;
        await target.SettleAsync(from.Tables, ct);
        report = report with { Faults = await transfer.CompareAsync(report.Tables, ct) };
        if (report.Faults.Count > 0)
            return report;
        using var checks = new LedgerChecks(source, connection);
        var (ledgers, faults) = await checks.RunAsync(progress, ct);
        if (faults.Count == 0)
            await CommitAsync(transaction);
        return report with { Ledgers = ledgers, Faults = faults };
    }

    private static async Task CommitAsync(NpgsqlTransaction transaction)
    {
        try
        {
            // Not to be cancelled: whether it was committed would not be known.
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (NpgsqlException exception)
        {
            throw new StoreUnavailableException(
                "The connection was lost during the commit, so that nobody knows whether it came about. Run the copy again: if the database is no longer empty, everything is there.", exception);
        }
    }
}
