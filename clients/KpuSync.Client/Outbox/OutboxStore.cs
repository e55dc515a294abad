using System.Text.Json;
using Google.Protobuf;
using KpuSync.Client.Findings;
using KpuSync.Client.Installations;
using KpuSync.Client.State;
using KpuSync.Contracts.V1;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Outbox;

/// <summary>The outbox: batches in their sequence, those with a receipt and those that wait for one.</summary>
internal sealed class OutboxStore(SqliteConnection connection, Meta meta)
{
    private const string BatchColumns = "sequence, batch_id, push, body, hashes, rows, carried";

    /// <summary>Begins a push; its batches name it.</summary>
    public long BeginPush(ExportSource source, DateTimeOffset now)
    {
        connection.Execute(
            "INSERT INTO pushes(source, created, layout) VALUES($source, $created, $layout)",
            ("$source", source.Name),
            ("$created", now.ToUnixTimeMilliseconds()),
            ("$layout", source.Layout is null ? null : JsonSerializer.SerializeToUtf8Bytes(source, ClientJson.Default.ExportSource)));
        return (long)connection.Scalar("SELECT last_insert_rowid()")!;
    }

    public ExportSource SourceOf(long push)
    {
        using var command = connection.Prepare("SELECT source, layout FROM pushes WHERE id=$id", ("$id", push));
        using var reader = command.ExecuteReader();
        if (!reader.Read())
            return new ExportSource("", null, false);
        return reader.IsDBNull(1)
            ? new ExportSource(reader.GetString(0), null, false)
            : JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), ClientJson.Default.ExportSource)!;
    }

    public DateTimeOffset? LastPush() =>
        connection.Scalar("SELECT max(created) FROM pushes") is long created ? DateTimeOffset.FromUnixTimeMilliseconds(created) : null;

    /// <summary>Batches and changes without a receipt.</summary>
    public (long Batches, long Changes) Waiting()
    {
        using var command = connection.Prepare(
            "SELECT count(*), coalesce(sum(changes), 0) FROM outbox WHERE generation=$g AND sequence>$a",
            ("$g", meta.Generation), ("$a", meta.Acknowledged));
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The batch of a sequence number, read on any connection; null if the outbox does not have it.</summary>
    public static JournaledBatch? Find(SqliteConnection on, long generation, long sequence)
    {
        using var command = on.Prepare(
            $"SELECT {BatchColumns} FROM outbox WHERE generation=$g AND sequence=$s", ("$g", generation), ("$s", sequence));
        using var reader = command.ExecuteReader();
        return reader.Read() ? Read(reader) : null;
    }

    public JournaledBatch? Find(long sequence) => Find(connection, meta.Generation, sequence);

    public long? SequenceOf(string batchId) =>
        connection.Scalar("SELECT sequence FROM outbox WHERE generation=$g AND batch_id=$b", ("$g", meta.Generation), ("$b", batchId)) as long?;

    public Receipt? ReceiptOf(long sequence) =>
        connection.Scalar("SELECT receipt FROM outbox WHERE generation=$g AND sequence=$s", ("$g", meta.Generation), ("$s", sequence)) is byte[] bytes
            ? Receipt.Parser.ParseFrom(bytes)
            : null;

    /// <summary>The receipt of the last acknowledged batch; kept also when its batch was purged.</summary>
    public Receipt? LastReceipt() => meta.Acknowledged == 0 ? null : ReceiptOf(meta.Acknowledged) ?? StoredLastReceipt();

    /// <summary>All receipts of the current producer id, in order.</summary>
    public IEnumerable<Receipt> Receipts()
    {
        using var command = connection.Prepare(
            "SELECT receipt FROM outbox WHERE generation=$g AND receipt IS NOT NULL AND sequence<=$a ORDER BY sequence",
            ("$g", meta.Generation), ("$a", meta.Acknowledged));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return Receipt.Parser.ParseFrom(reader.GetFieldValue<byte[]>(0));
    }

    /// <summary>Removes acknowledged batches that are older than the retention, never the last one; and as old ones that were set aside.</summary>
    public void Purge(DateTimeOffset before)
    {
        using var transaction = connection.BeginTransaction();
        if (LastReceipt() is { } last)
            KeepLastReceipt(last);
        connection.Execute(
            "DELETE FROM outbox WHERE acknowledged IS NOT NULL AND acknowledged<$before AND NOT (generation=$g AND sequence>=$a)",
            ("$before", before.ToUnixTimeMilliseconds()), ("$g", meta.Generation), ("$a", Math.Min(meta.Acknowledged, meta.Advanced + 1)));

        // What was set aside under an older producer id never gets a receipt, so its age is that of its push.
        connection.Execute(
            "DELETE FROM outbox WHERE generation<$g AND acknowledged IS NULL AND push IN (SELECT id FROM pushes WHERE created<$before)",
            ("$g", meta.Generation), ("$before", before.ToUnixTimeMilliseconds()));
        connection.Execute(
            "DELETE FROM pushes WHERE created<$before AND id NOT IN (SELECT push FROM outbox)", ("$before", before.ToUnixTimeMilliseconds()));
        transaction.Commit();
    }

    /// <summary>Keeps the receipt of the last acknowledged batch beside the batches, for when its batch is purged or was so already.</summary>
    public void KeepLastReceipt(Receipt receipt) => meta.Set(LastReceiptKey, receipt.ToByteArray());

    private const string LastReceiptKey = "last_receipt";

    private Receipt? StoredLastReceipt() =>
        connection.Scalar("SELECT value FROM meta WHERE key=$key", ("$key", LastReceiptKey)) is byte[] bytes ? Receipt.Parser.ParseFrom(bytes) : null;

    private static JournaledBatch Read(SqliteDataReader reader) => new(
        reader.GetInt64(0),
        reader.GetString(1),
        reader.GetInt64(2),
        reader.GetFieldValue<byte[]>(3),
        reader.GetFieldValue<byte[]>(4),
        reader.GetFieldValue<byte[]>(5),
        reader.GetInt64(6) != 0);
}
