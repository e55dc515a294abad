using KpuSync.Client.State;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Outbox;

/// <summary>Takes the batches that the outbox still has over to a new producer id, with new numbers and new ids.</summary>
internal static class OutboxCarry
{
    /// <summary>Carries every batch of the current producer id. Call it in a transaction.</summary>
    public static void ToNewGeneration(SqliteConnection connection, Meta meta)
    {
        var old = meta.Generation;
        meta.BeginGeneration();

        // Corrections point at batches of the old producer id: under the new one the same numbers would mean other changes.
        connection.Execute("DELETE FROM unapplied");
        var sequences = new List<long>();
        using (var command = connection.Prepare("SELECT sequence FROM outbox WHERE generation=$g ORDER BY sequence", ("$g", old)))
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                sequences.Add(reader.GetInt64(0));
        }

        for (var i = 0; i < sequences.Count; i++)
        {
            connection.Execute(
                """
                UPDATE outbox SET generation=$new, sequence=$to, batch_id=$id, carried=1, receipt=NULL, acknowledged=NULL
                WHERE generation=$old AND sequence=$from
                """,
                ("$new", meta.Generation), ("$to", (long)i + 1), ("$id", Guid.NewGuid().ToString()), ("$old", old), ("$from", sequences[i]));
        }

        meta.SetNextSequence(sequences.Count + 1);
    }
}
