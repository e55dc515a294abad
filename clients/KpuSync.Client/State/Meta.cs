using System.Globalization;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.State;

/// <summary>The single values of an installation's state.</summary>
internal sealed class Meta(SqliteConnection connection)
{
    private const string GenerationKey = "generation";
    private const string AcknowledgedKey = "acknowledged";
    private const string NextSequenceKey = "next_sequence";
    private const string PulledKey = "pulled";
    private const string ProducerKey = "producer";
    private const string PartialKey = "baseline_partial";
    private const string ExportIsStateKey = "export_is_state";
    private const string StampKey = "baseline_stamp";
    private const string AdvancedKey = "advanced";

    /// <summary>The id under which this installation sends; chosen here, not in <c>config.json</c>, so that it changes in one step with what hangs on it.</summary>
    public string Producer
    {
        get
        {
            if (Text(ProducerKey) is { } known)
                return known;
            var chosen = Guid.NewGuid().ToString();
            Set(ProducerKey, chosen);
            return chosen;
        }
    }

    /// <summary>Counts the producer ids that this installation has had; batches of older ones stay in the outbox for their receipts.</summary>
    public long Generation => Number(GenerationKey, 1);

    /// <summary>The highest sequence number with a receipt.</summary>
    public long Acknowledged => Number(AcknowledgedKey, 0);

    /// <summary>The sequence number that the next journaled batch gets.</summary>
    public long NextSequence => Number(NextSequenceKey, 1);

    /// <summary>Position in the own ledger up to which entries were read.</summary>
    public long Pulled => Number(PulledKey, 0);

    /// <summary>Takes a new producer id, whose sequence begins at 1; the next export is the state to reach. Call it in a transaction.</summary>
    public void BeginGeneration()
    {
        Set(GenerationKey, Generation + 1);
        Set(ProducerKey, Guid.NewGuid().ToString());
        SetAcknowledged(0);
        SetAdvanced(0);
        SetNextSequence(1);
        SetExportIsState(true);
    }

    /// <summary>
    /// True while entries are being read into the baseline: it then says what the register said at some point on the way, which nothing may be compared with.
    /// </summary>
    public bool BaselineIsPartial => Number(PartialKey, 0) != 0;

    /// <summary>
    /// True from when the baseline was rebuilt from the server's ledger until an export is journaled: that export says what the register should hold,
    /// also where the server no longer has what its rows change.
    /// </summary>
    public bool ExportIsState => Number(ExportIsStateKey, 0) != 0;

    public void SetExportIsState(bool value) => Set(ExportIsStateKey, value ? 1 : 0);

    public void SetBaselineIsPartial(bool value) => Set(PartialKey, value ? 1 : 0);

    /// <summary>The sequence number up to which the baseline has the outcomes; receipts are stored first, and the baseline follows in larger steps.</summary>
    public long Advanced => Number(AdvancedKey, 0);

    public void SetAdvanced(long value) => Set(AdvancedKey, value);

    /// <summary>Changes with every transaction that changes the baseline, so that a copy of it knows whether it still counts.</summary>
    public string BaselineStamp => Text(StampKey) ?? "";

    /// <summary>Call it in every transaction that changes the baseline. Random, so that a database restored from a copy never meets the stamp of another history.</summary>
    public void StampBaseline() => Set(StampKey, Guid.NewGuid().ToString());

    public void SetAcknowledged(long value) => Set(AcknowledgedKey, value);

    public void SetNextSequence(long value) => Set(NextSequenceKey, value);

    public void SetPulled(long value) => Set(PulledKey, value);

    public string? Text(string key) => connection.Scalar("SELECT value FROM meta WHERE key=$key", ("$key", key)) as string;

    public void Set(string key, object? value) =>
        connection.Execute(
            "INSERT INTO meta(key, value) VALUES($key, $value) ON CONFLICT(key) DO UPDATE SET value=excluded.value",
            ("$key", key), ("$value", value));

    private long Number(string key, long otherwise) =>
        connection.Scalar("SELECT value FROM meta WHERE key=$key", ("$key", key)) is { } value
            ? Convert.ToInt64(value, CultureInfo.InvariantCulture)
            : otherwise;
}
