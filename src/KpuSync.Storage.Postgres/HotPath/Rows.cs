using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Replay;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using Npgsql;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>From rows to what Core works with. Each goes with the columns that are named beside it.</summary>
internal static class Rows
{
    public const string Head = "office, position, epoch, chain_hash";
    public const string Batch = "sequence, batch_id, content_digest, position, receipt";
    public const string Registration = "nik, office, ground, position, change_index, effective_day, verified, decided_case, entered_as, record";
    public const string Item = "office, kind, item_key, position, change_index, version, record";
    public const string Claim = "office, claim_id, nik, kind, claiming_office, effective_day, state, claim_time_ms";
    public const string Job = "cursor_office, cursor_position, cursor_index, body";

    public const string Pending =
        "office, position, change_index, kind, state, nik, item_kind, item_key, code, settled_position, settled_index, commit_time_ms, attempts";

    public static LedgerHead HeadOf(NpgsqlDataReader row) => new(OfficeOf(row, 0), row.GetInt64(1), row.GetInt64(2), BytesOf(row, 3));

    public static (OfficeCode Office, long Milliseconds) TimeOf(NpgsqlDataReader row) => (OfficeOf(row, 0), row.GetInt64(1));

    public static AcknowledgedBatch BatchOf(NpgsqlDataReader row) => new(row.GetInt64(0), row.GetString(1), BytesOf(row, 2), row.GetInt64(3), BytesOf(row, 4));

    public static Registration RegistrationOf(NpgsqlDataReader row) => new()
    {
        Nik = Nik.FromTrusted(row.GetInt64(0)),
        Office = OfficeOf(row, 1),
        Ground = (RemovalGround)row.GetInt32(2),
        Position = row.GetInt64(3),
        Index = row.GetInt32(4),
        EffectiveDate = DateOnly.FromDayNumber(row.GetInt32(5)),
        Verified = row.GetBoolean(6),
        DecidedCase = row.IsDBNull(7) ? null : row.GetInt64(7),
        EnteredAs = (Measure)row.GetInt32(8),
        Record = BytesOf(row, 9),
    };

    public static Item ItemOf(NpgsqlDataReader row) => new()
    {
        Office = OfficeOf(row, 0),
        Key = new ItemKey((ItemKind)row.GetInt32(1), row.GetString(2)),
        Position = row.GetInt64(3),
        Index = row.GetInt32(4),
        Version = row.GetInt32(5),
        Record = BytesOf(row, 6),
    };

    public static PendingChange PendingOf(NpgsqlDataReader row) => new()
    {
        Office = OfficeOf(row, 0),
        Position = row.GetInt64(1),
        Index = row.GetInt32(2),
        Kind = (PendingKind)row.GetInt32(3),
        State = (PendingState)row.GetInt32(4),
        Nik = row.IsDBNull(5) ? null : Nik.FromTrusted(row.GetInt64(5)),
        Item = row.IsDBNull(7) ? null : new ItemKey((ItemKind)row.GetInt32(6), row.GetString(7)),
        Code = row.GetString(8),
        SettledPosition = row.IsDBNull(9) ? null : row.GetInt64(9),
        SettledIndex = row.IsDBNull(10) ? null : row.GetInt32(10),
        TimeMilliseconds = row.GetInt64(11),
        Attempts = row.GetInt32(12),
    };

    public static StoredClaim ClaimOf(NpgsqlDataReader row) => new(
        OfficeOf(row, 0), row.GetString(1), Nik.FromTrusted(row.GetInt64(2)), (ClaimKind)row.GetInt32(3), OfficeOf(row, 4),
        DateOnly.FromDayNumber(row.GetInt32(5)), (ClaimState)row.GetInt32(6), row.GetInt64(7));

    public static StoredJob JobOf(NpgsqlDataReader row) => new(
        FailedJob.Parser.ParseFrom(BytesOf(row, 3)),
        new ParkedCursor(row.IsDBNull(0) ? null : OfficeOf(row, 0), new EntryPlace(row.GetInt64(1), row.GetInt32(2))));

    public static DuplicateCase CaseOf(NpgsqlDataReader row) => DuplicateCase.Parser.ParseFrom(BytesOf(row, 0));

    public static OfficeCode OfficeOf(NpgsqlDataReader row, int column) => OfficeCode.FromTrusted(row.GetString(column));

    private static byte[] BytesOf(NpgsqlDataReader row, int column) => row.GetFieldValue<byte[]>(column);
}
