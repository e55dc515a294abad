namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>Locks on what has no row of its own, held until the transaction ends. The numbers mean nothing but themselves.</summary>
internal static class AdvisoryLocks
{
    /// <summary>Changing the schema, and the first start on a database.</summary>
    public const long Schema = 7_261_120_260_001;

    /// <summary>Taking the next number of a case.</summary>
    public const long CaseNumbers = 7_261_120_260_002;

    /// <summary>Beginning a job: no two may be at the same batch.</summary>
    public const long Jobs = 7_261_120_260_003;

    /// <summary>Moving the scanner: of two at once one must see what the other found.</summary>
    public const long Checkpoints = 7_261_120_260_004;

    /// <summary>Takes <see cref="Schema"/>, for as long as it needs: a database may be set up to end what takes long, or says nothing.</summary>
    public static string TakeSchema { get; } =
        $"SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0; SELECT pg_advisory_xact_lock({Schema})";

    public static Statement Take(long number) => new("SELECT pg_advisory_xact_lock($1)", number);
}
