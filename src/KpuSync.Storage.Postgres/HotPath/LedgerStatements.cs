using System.Globalization;
using KpuSync.Core.Ledger;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>What writes ledgers and their heads.</summary>
internal static class LedgerStatements
{
    /// <summary>Tells the other servers, at the commit.</summary>
    public static Statement Tell { get; } = new("SELECT pg_notify($1, '')", PostgresListener.Channel);

    /// <summary>
    /// Lets the database end this transaction if its server says nothing for as long as a lease lasts: a server that stands still keeps its connections, and would
    /// keep its locks. Nobody waits longer for them than that.
    /// </summary>
    public static IReadOnlyList<Statement> EndIfSilent { get; } =
    [
        .. new[] { "idle_in_transaction_session_timeout", "lock_timeout" }.Select(setting =>
            new Statement(string.Create(CultureInfo.InvariantCulture, $"SET LOCAL {setting} = '{PostgresWorkLease.Length.TotalSeconds}s'"))),
    ];

    /// <summary>Takes <see cref="EndIfSilent"/> back, for a rebuild: it reads the whole ledger before it says anything again.</summary>
    public static Statement StayIfSilent { get; } = new("SET LOCAL idle_in_transaction_session_timeout = 0");

    /// <summary>Makes the heads that are not there.</summary>
    public static Statement Make(IReadOnlyList<LedgerHead> heads) => new(
        $"INSERT INTO ledger_head ({Rows.Head}) SELECT * FROM unnest($1, $2, $3, $4) ON CONFLICT DO NOTHING", ColumnsOf(heads));

    /// <summary>Reads heads and locks them.</summary>
    public static Statement Lock(IReadOnlyList<LedgerHead> heads, string strength) => new(
        $"SELECT {Rows.Head} FROM ledger_head WHERE office = ANY ($1) ORDER BY office FOR {strength}",
        (object)heads.Select(h => h.Office.Value).ToArray()); // One parameter: an array of texts would be taken for several.

    /// <summary>Moves heads.</summary>
    public static Statement Move(IReadOnlyList<LedgerHead> heads) => new(
        $"""
        UPDATE ledger_head SET position = now.position, epoch = now.epoch, chain_hash = now.chain_hash
        FROM unnest($1, $2, $3, $4) AS now ({Rows.Head}) WHERE ledger_head.office = now.office COLLATE "C"
        """,
        ColumnsOf(heads));

    /// <summary>Appends entries, and moves the marks of those that are batches.</summary>
    public static IEnumerable<Statement> Append(IReadOnlyList<LedgerEntry> entries)
    {
        yield return new Statement(
            """
            INSERT INTO ledger_entry (office, position, kind, epoch, commit_time_ms, actor, digest, chain_hash, rule_set_version, region_catalogue_version,
                producer_id, sequence, batch_id, content_digest, payload, statuses, receipt)
            SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            """,
            Column(entries, e => e.Office.Value), Column(entries, e => e.Position), Column(entries, e => (int)e.Kind), Column(entries, e => e.Epoch),
            Column(entries, e => e.CommitTimeMilliseconds), Column(entries, e => e.Actor), Column(entries, e => e.Digest), Column(entries, e => e.ChainHash),
            Column(entries, e => e.RuleSetVersion), Column(entries, e => e.RegionCatalogueVersion), Column(entries, e => e.ProducerId), Column(entries, e => e.Sequence),
            Column(entries, e => e.BatchId), Column(entries, e => e.ContentDigest), Column(entries, e => e.Payload), Column(entries, e => e.Statuses),
            Column(entries, e => e.Receipt));

        // The last of each producer: a statement may touch a row once.
        var marks = entries.Where(e => e.ProducerId is not null).GroupBy(e => (e.Office, e.ProducerId)).Select(g => g.Last()).OrderBy(e => e.Office).ToList();
        if (marks.Count > 0)
        {
            yield return new Statement(
                """
                INSERT INTO producer (office, producer_id, last_sequence) SELECT * FROM unnest($1, $2, $3)
                ON CONFLICT (office, producer_id) DO UPDATE SET last_sequence = excluded.last_sequence
                """,
                Column(marks, e => e.Office.Value), Column(marks, e => e.ProducerId), Column(marks, e => e.Sequence));
        }
    }

    private static object[] ColumnsOf(IReadOnlyList<LedgerHead> heads) =>
        [Column(heads, h => h.Office.Value), Column(heads, h => h.Position), Column(heads, h => h.Epoch), Column(heads, h => h.ChainHash)];

    private static TColumn[] Column<T, TColumn>(IReadOnlyList<T> rows, Func<T, TColumn> of) => [.. rows.Select(of)];
}
