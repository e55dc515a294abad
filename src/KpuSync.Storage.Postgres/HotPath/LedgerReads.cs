using KpuSync.Core.Items;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>The look-ups of a push: the people that a group touches come in one round trip.</summary>
internal sealed class LedgerReads(PostgresSession session)
{
    public async ValueTask<long> LastSequenceOfAsync(OfficeCode office, string producerId, CancellationToken ct) => (await session.ListAsync(
        new Statement("SELECT last_sequence FROM producer WHERE office = $1 AND producer_id = $2", office.Value, producerId), row => row.GetInt64(0), ct)).FirstOrDefault();

    public async ValueTask<AcknowledgedBatch?> FindBatchAsync(OfficeCode office, string producerId, long sequence, CancellationToken ct) =>
        (await FindAcknowledgedAsync(office, producerId, sequence, ct)).Batch;

    /// <summary>As <see cref="FindBatchAsync"/>, and whether commits wait for a standby.</summary>
    public async ValueTask<(AcknowledgedBatch? Batch, bool HasStandby)> FindAcknowledgedAsync(
        OfficeCode office, string producerId, long sequence, CancellationToken ct) => (await session.ListAsync(
        new Statement(
            $"SELECT {Rows.Batch}, {DurableCommit.HasStandby} FROM ledger_entry WHERE office = $1 AND producer_id = $2 AND sequence = $3", office.Value, producerId, sequence),
        row => ((AcknowledgedBatch?)Rows.BatchOf(row), row.GetBoolean(4)), ct)).FirstOrDefault();

    public async ValueTask<KnownBatches> KnownOfAsync(IReadOnlyCollection<BatchKey> batches, CancellationToken ct)
    {
        var known = new KnownBatches();
        object[] producers = [batches.Select(b => b.Office.Value).ToArray(), batches.Select(b => b.ProducerId).ToArray()];

        // Laterally: each is a look-up by its key, however many entries the ledgers have.
        await session.ReadAsync(
            [
                new Statement(
                    """
                    SELECT p.* FROM unnest($1, $2) AS asked (office, producer_id) CROSS JOIN LATERAL (
                        SELECT office, producer_id, last_sequence FROM producer
                        WHERE office = asked.office COLLATE "C" AND producer_id = asked.producer_id COLLATE "C") AS p
                    """,
                    producers),
                new Statement(
                    """
                    SELECT e.* FROM unnest($1, $2, $3) AS asked (office, producer_id, batch_id) CROSS JOIN LATERAL (
                        SELECT office, producer_id, batch_id, sequence FROM ledger_entry
                        WHERE office = asked.office COLLATE "C" AND producer_id = asked.producer_id COLLATE "C" AND batch_id = asked.batch_id COLLATE "C" LIMIT 1) AS e
                    """,
                    [.. producers, batches.Select(b => b.BatchId).ToArray()]),
            ],
            (query, row) =>
            {
                if (query == 0)
                    known.Add(Rows.OfficeOf(row, 0), row.GetString(1), row.GetInt64(2));
                else
                    known.Add(new BatchKey(Rows.OfficeOf(row, 0), row.GetString(1), row.GetString(2)), row.GetInt64(3));
            },
            ct);
        return known;
    }

    public ValueTask LoadAsync(IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct)
    {
        var views = touched.Select(t => t.View).ToList();
        var queries = touched.SelectMany(QueriesOf).ToList();
        var each = queries.Count / Math.Max(1, views.Count);
        return session.ReadAsync(
            queries,
            (query, row) =>
            {
                var view = views[query / each];
                if (query % each == 0)
                    view.Load(new ClosedPeriod(view.Office, RecapPeriod.Parse(row.GetString(0)), row.GetInt64(1)));
                else if (query % each == 1)
                    view.Load(Rows.RegistrationOf(row));
                else
                    view.Load(Rows.PendingOf(row));
            },
            ct);
    }

    public async ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct)
    {
        if (keys.Count == 0)
            return;
        object[] parameters = [view.Office.Value, keys.Select(k => (int)k.Kind).ToArray(), keys.Select(k => k.Key).ToArray()];
        await session.ReadAsync(
            [
                new Statement(
                    $"""
                    SELECT i.* FROM unnest($2, $3) AS asked (kind, item_key) CROSS JOIN LATERAL (
                        SELECT {Rows.Item} FROM office_item
                        WHERE office = $1 AND kind = asked.kind AND item_key = asked.item_key COLLATE "C" ORDER BY version DESC LIMIT 1) AS i
                    """,
                    parameters),
                new Statement(
                    $"""
                    SELECT {Rows.Pending} FROM pending_change
                    WHERE office = $1 AND (item_kind, item_key) IN (SELECT kind, item_key COLLATE "C" FROM unnest($2, $3) AS asked (kind, item_key))
                        AND item_key IS NOT NULL AND kind = 1 AND state = 1
                    """,
                    parameters),
            ],
            (query, row) =>
            {
                if (query == 0)
                    view.Load(Rows.ItemOf(row));
                else
                    view.Load(Rows.PendingOf(row));
            },
            ct);
    }

    public ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct) => session.ReadAsync(
        [new Statement($"SELECT {Rows.Pending} FROM pending_change WHERE office = $1 AND position = $2 AND change_index = $3", view.Office.Value, position, index)],
        (_, row) => view.Load(Rows.PendingOf(row)),
        ct);

    private static IEnumerable<Statement> QueriesOf(TouchedPeople touched)
    {
        var (office, numbers) = (touched.View.Office.Value, touched.Niks.Select(nik => nik.Value).ToArray());
        yield return new Statement("SELECT period, position FROM recap_period WHERE office = $1", office);
        yield return new Statement($"SELECT {Rows.Registration} FROM registration WHERE nik = ANY ($2) AND office = $1", office, numbers);
        yield return new Statement($"SELECT {Rows.Pending} FROM pending_change WHERE office = $1 AND nik = ANY ($2) AND kind = 1 AND state = 1", office, numbers);
    }
}
