using KpuSync.Client.State;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Outbox;

/// <summary>Cuts waiting batches anew when the server takes less than they hold.</summary>
internal static class BatchRecut
{
    /// <summary>Re-cuts from a batch that was refused for a limit, or that is over one, to the end of the outbox.</summary>
    /// <remarks>Only from the first batch over the limit on: the ones before it may have arrived, and a number that arrived keeps its batch.</remarks>
    public static void From(long sequence, SqliteConnection connection, Meta meta, BatchLimits limits)
    {
        using var transaction = connection.BeginTransaction();
        var generation = meta.Generation;
        var end = meta.NextSequence;
        var batches = new List<JournaledBatch>();
        for (var s = sequence; s < end; s++)
        {
            if (OutboxStore.Find(connection, generation, s) is { } batch)
                batches.Add(batch);
        }

        connection.Execute("DELETE FROM outbox WHERE generation=$g AND sequence>=$s", ("$g", generation), ("$s", sequence));
        meta.SetNextSequence(sequence);
        foreach (var pushed in batches.GroupBy(b => b.Push))
        {
            using var writer = new OutboxWriter(connection, meta, limits, pushed.Key);
            foreach (var batch in pushed)
            {
                var rows = batch.ToRows();
                var changes = batch.ToBatch().Changes;
                for (var i = 0; i < changes.Count; i++)
                    writer.Add(changes[i], batch.RowHashes[i], rows[i]);
            }

            writer.Finish();
        }

        transaction.Commit();
    }

    /// <summary>The first waiting batch that holds more than the limits; null if none does.</summary>
    public static long? FirstOver(BatchLimits limits, SqliteConnection connection, Meta meta) =>
        connection.Scalar(
            "SELECT min(sequence) FROM outbox WHERE generation=$g AND sequence>$a AND (changes>$c OR (bytes + 1024>$b AND changes>1))",
            ("$g", meta.Generation), ("$a", meta.Acknowledged), ("$c", limits.Changes), ("$b", limits.Bytes)) as long?;
}
