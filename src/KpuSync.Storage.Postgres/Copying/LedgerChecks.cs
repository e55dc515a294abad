using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Rules.Values;
using KpuSync.Storage.Copying;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KpuSync.Storage.Postgres.Copying;

/// <summary>What <c>audit verify</c> and <c>check</c> look at, for ledgers that are not committed yet.</summary>
internal sealed class LedgerChecks : IDisposable
{
    private readonly PostgresLedgerStore _ledger;

    public LedgerChecks(NpgsqlDataSource source, NpgsqlConnection connection)
    {
        var options = new DbContextOptionsBuilder<KpuSyncDbContext>();
        PostgresServices.Configure(options, connection);
        _ledger = new PostgresLedgerStore(source, new LedgerQueries(new OneConnection(options.Options)), new LedgerSignal(), new PostgresStoreOptions { ConnectionString = source.ConnectionString });
    }

    /// <inheritdoc/>
    public void Dispose() => _ledger.Dispose();

    /// <summary>Computes every chain again, and compares the tallies with the registers.</summary>
    public async Task<(IReadOnlyList<CopiedLedger> Ledgers, IReadOnlyList<string> Faults)> RunAsync(ICopyProgress progress, CancellationToken ct)
    {
        var (ledgers, faults) = (new List<CopiedLedger>(), new List<string>());
        foreach (var head in await _ledger.HeadsOfAsync(OfficeCode.Centre, ct))
        {
            var chain = await new ChainVerifier(_ledger).VerifyAsync(head.Office, ct);
            var scan = await new TallyCheck(_ledger).CheckAsync(head.Office, ct);
            ledgers.Add(new CopiedLedger(head.Office.Value, chain.Entries, chain.ChainHash, scan.Male + scan.Female));

            // The rows are those of the source, and so is what is wrong with them.
            faults.AddRange(chain.Faults.Select(fault => $"{head.Office}  position {fault.Position}: {fault.Problem}, as `kpusync-server audit verify` says of the file too"));
            if (scan.Differences.Count > 0)
                faults.Add($"{head.Office}  tallies differ from the register in {scan.Differences.Count} places. `kpusync-server rebuild` on the file mends it; then copy again");
            progress.Verified(ledgers[^1]);
        }

        return (ledgers, faults);
    }
}
