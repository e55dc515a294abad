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
        (await BatchesFromAsync(office, producerId, sequence, 1, ct)).Batches.SingleOrDefault();

    /// <summary>Acknowledged batches in the order of their sequence numbers, and, if there are any, whether commits wait for a standby.</summary>
    public async ValueTask<(IReadOnlyList<AcknowledgedBatch> Batches, bool HasStandby)> BatchesFromAsync(
        OfficeCode office, string producerId, long from, int count, CancellationToken ct)
    {
        var hasStandby = false;
        var batches = await session.ListAsync(
            new Statement(
                $"""
                SELECT {Rows.Batch}, {DurableCommit.HasStandby} FROM ledger_entry
                WHERE office = $1 AND producer_id = $2 AND sequence BETWEEN $3 AND $4 ORDER BY sequence
                """,
                office.Value, producerId, from, from + count - 1),
            row =>
            {
                hasStandby = row.GetBoolean(5);
                return Rows.BatchOf(row);
            },
            ct);
        return (batches, hasStandby);
    }

    /// <summary>What reads what the ledgers know of batches.</summary>
    public static IReadOnlyList<Query> Of(IReadOnlyCollection<BatchKey> batches, KnownBatches known)
    {
        object[] producers = [batches.Select(b => b.Office.Value).ToArray(), batches.Select(b => b.ProducerId).ToArray()];

        // Laterally: each is a look-up by its key, however many entries the ledgers have. In order: of several indexes that begin with the office an empty table leaves open which
        // one is meant, and the plan is kept.
        return
        [
            new Query(
                new Statement(
                    """
                    SELECT p.* FROM unnest($1, $2) AS asked (office, producer_id) CROSS JOIN LATERAL (
                        SELECT office, producer_id, last_sequence FROM producer
                        WHERE office = asked.office COLLATE "C" AND producer_id = asked.producer_id COLLATE "C") AS p
                    """,
                    producers),
                row => known.Add(Rows.OfficeOf(row, 0), row.GetString(1), row.GetInt64(2))),
            new Query(
                new Statement(
                    """
                    SELECT e.* FROM unnest($1, $2, $3) AS asked (office, producer_id, batch_id) CROSS JOIN LATERAL (
                        SELECT office, producer_id, batch_id, sequence FROM ledger_entry
                        WHERE office = asked.office COLLATE "C" AND producer_id = asked.producer_id COLLATE "C" AND batch_id >= asked.batch_id COLLATE "C"
                        ORDER BY batch_id LIMIT 1) AS e
                    WHERE e.batch_id = asked.batch_id COLLATE "C"
                    """,
                    [.. producers, batches.Select(b => b.BatchId).ToArray()]),
                row => known.Add(new BatchKey(Rows.OfficeOf(row, 0), row.GetString(1), row.GetString(2)), row.GetInt64(3))),
        ];
    }

    /// <summary>What loads what an office has of people.</summary>
    public static IReadOnlyList<Query> Of(TouchedPeople touched)
    {
        var view = touched.View;
        var (office, numbers) = (view.Office.Value, touched.Niks.Select(nik => nik.Value).ToArray());
        return
        [
            new Query(
                new Statement("SELECT period, position FROM recap_period WHERE office = $1", office),
                row => view.Load(new ClosedPeriod(view.Office, RecapPeriod.Parse(row.GetString(0)), row.GetInt64(1)))),
            new Query(
                new Statement($"SELECT {Rows.Registration} FROM registration WHERE nik = ANY ($2) AND office = $1", office, numbers),
                row => view.Load(Rows.RegistrationOf(row))),
            new Query(
                new Statement($"SELECT {Rows.Pending} FROM pending_change WHERE office = $1 AND nik = ANY ($2) AND kind = 1 AND state = 1", office, numbers),
                row => view.Load(Rows.PendingOf(row))),
        ];
    }

    public ValueTask LoadAsync(IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct) => session.ReadAsync([.. touched.SelectMany(Of)], ct);

    public async ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct)
    {
        if (keys.Count == 0)
            return;
        object[] parameters = [view.Office.Value, keys.Select(k => (int)k.Kind).ToArray(), keys.Select(k => k.Key).ToArray()];
        await session.ReadAsync(
            [
                new Query(new Statement(
                    $"""
                    SELECT i.* FROM unnest($2, $3) AS asked (kind, item_key) CROSS JOIN LATERAL (
                        SELECT {Rows.Item} FROM office_item
                        WHERE office = $1 AND kind = asked.kind AND item_key = asked.item_key COLLATE "C" ORDER BY version DESC LIMIT 1) AS i
                    """,
                    parameters), row => view.Load(Rows.ItemOf(row))),
                new Query(new Statement(
                    $"""
                    SELECT {Rows.Pending} FROM pending_change
                    WHERE office = $1 AND (item_kind, item_key) IN (SELECT kind, item_key COLLATE "C" FROM unnest($2, $3) AS asked (kind, item_key))
                        AND item_key IS NOT NULL AND kind = 1 AND state = 1
                    """,
                    parameters), row => view.Load(Rows.PendingOf(row))),
            ],
            ct);
    }

    public ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct) => session.ReadAsync(
        [
            new Query(
                new Statement($"SELECT {Rows.Pending} FROM pending_change WHERE office = $1 AND position = $2 AND change_index = $3", view.Office.Value, position, index),
                row => view.Load(Rows.PendingOf(row))),
        ],
        ct);
}
