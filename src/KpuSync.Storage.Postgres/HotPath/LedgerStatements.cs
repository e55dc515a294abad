using System.Globalization;
using KpuSync.Core.Ledger;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>What writes ledgers and their heads.</summary>
internal static class LedgerStatements
{
    // A plan is kept by its connection: what pushes and look-ups do goes by keys, so that the numbers given change nothing, and to plan a push of one change took longer than
    // to do it. Such a plan may be made while the tables are empty: it must not be the one that reads them whole. Nor is it worth compiling.
    private const string ByKeys =
        "set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)";

    /// <summary>Tells all servers, at the commit.</summary>
    /// <param name="isLoad">True if so much was pushed that others give way.</param>
    public static Statement Tell(bool isLoad) => new("SELECT pg_notify($1, $2)", PostgresListener.Channel, isLoad ? PostgresListener.LoadPayload : "");

    /// <summary>
    /// What a write begins with, as a query whose row says nothing. It lets the database end this transaction if its server says nothing for as long as a lease lasts: a
    /// server that stands still keeps its connections, and would keep its locks. Nobody waits longer for them than that. A statement that hangs keeps them too, and the
    /// driver's word that it has given up may not arrive. And it has the database say what <see cref="DurableCommit"/> listens for, whatever an administrator has set.
    /// </summary>
    /// <param name="statement">How long a statement may take; zero is for ever.</param>
    public static Query Bound(TimeSpan statement) => new(
        new Statement(
            $"""
            SELECT {Local("idle_in_transaction_session_timeout", PostgresWorkLease.Length)}, {Local("lock_timeout", PostgresWorkLease.Length)},
                {Local("statement_timeout", statement)}, set_config('client_min_messages', 'warning', true),
                {ByKeys}
            """),
        _ => { });

    /// <summary>What a look-up begins with: its round trip is a transaction of its own.</summary>
    public static Query LookUp { get; } = new(new Statement($"SELECT {ByKeys}"), _ => { });

    /// <summary>Takes <see cref="Bound"/> back but for locks, for what reads a whole ledger before it says anything again, or writes a whole table in a statement.</summary>
    public static Statement Unbound { get; } = new(
        $"SELECT {Local("idle_in_transaction_session_timeout", TimeSpan.Zero)}, {Local("statement_timeout", TimeSpan.Zero)}, set_config('enable_seqscan', 'on', true)");

    /// <summary>Makes the heads that are not there.</summary>
    public static Statement Make(IReadOnlyList<LedgerHead> heads) => new(
        $"INSERT INTO ledger_head ({Rows.Head}) SELECT * FROM unnest($1, $2, $3, $4) ON CONFLICT DO NOTHING", ColumnsOf(heads));

    /// <summary>Reads heads and locks them, so that nobody else writes there.</summary>
    public static Statement Lock(IReadOnlyList<LedgerHead> heads) => Read(heads, "FOR UPDATE");

    /// <summary>Locks a head so that nobody writes there; others may read it so too.</summary>
    public static Statement Share(LedgerHead head) => Read([head], "FOR SHARE");

    /// <summary>Reads when the last entries were committed, of heads that are locked.</summary>
    public static Statement Times(IReadOnlyList<LedgerHead> heads) => new(
        """
        SELECT e.* FROM ledger_head h CROSS JOIN LATERAL (
            SELECT office, commit_time_ms FROM ledger_entry WHERE office = h.office AND position >= h.position ORDER BY position LIMIT 1) AS e
        WHERE h.office = ANY ($1)
        """,
        (object)Columns.Of(heads, h => h.Office.Value));

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
            Columns.Of(entries, e => e.Office.Value), Columns.Of(entries, e => e.Position), Columns.Of(entries, e => (int)e.Kind), Columns.Of(entries, e => e.Epoch),
            Columns.Of(entries, e => e.CommitTimeMilliseconds), Columns.Of(entries, e => e.Actor), Columns.Of(entries, e => e.Digest), Columns.Of(entries, e => e.ChainHash),
            Columns.Of(entries, e => e.RuleSetVersion), Columns.Of(entries, e => e.RegionCatalogueVersion), Columns.Of(entries, e => e.ProducerId), Columns.Of(entries, e => e.Sequence),
            Columns.Of(entries, e => e.BatchId), Columns.Of(entries, e => e.ContentDigest), Columns.Of(entries, e => e.Payload), Columns.Of(entries, e => e.Statuses),
            Columns.Of(entries, e => e.Receipt));

        // The last of each producer: a statement may touch a row once.
        var marks = entries.Where(e => e.ProducerId is not null).GroupBy(e => (e.Office, e.ProducerId)).Select(g => g.Last()).OrderBy(e => e.Office).ToList();
        if (marks.Count > 0)
        {
            yield return new Statement(
                """
                INSERT INTO producer (office, producer_id, last_sequence) SELECT * FROM unnest($1, $2, $3)
                ON CONFLICT (office, producer_id) DO UPDATE SET last_sequence = excluded.last_sequence
                """,
                Columns.Of(marks, e => e.Office.Value), Columns.Of(marks, e => e.ProducerId), Columns.Of(marks, e => e.Sequence));
        }
    }

    // For the rest of the transaction.
    private static string Local(string timeout, TimeSpan length) => string.Create(CultureInfo.InvariantCulture, $"set_config('{timeout}', '{length.TotalSeconds}s', true)");

    // One parameter: an array of texts would be taken for several.
    private static Statement Read(IReadOnlyList<LedgerHead> heads, string @lock) =>
        new($"SELECT {Rows.Head} FROM ledger_head WHERE office = ANY ($1) ORDER BY office {@lock}", (object)Columns.Of(heads, h => h.Office.Value));

    private static object[] ColumnsOf(IReadOnlyList<LedgerHead> heads) =>
        [Columns.Of(heads, h => h.Office.Value), Columns.Of(heads, h => h.Position), Columns.Of(heads, h => h.Epoch), Columns.Of(heads, h => h.ChainHash)];
}
