using Microsoft.Data.Sqlite;

namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>The prepared statements of one connection. Each is prepared when it is first used, since a reader needs only a few.</summary>
internal sealed partial class Statements(SqliteConnection connection) : IDisposable
{
    private const string PendingColumns = "position, change_index, kind, state, nik, item_kind, item_key, code, settled_position, settled_index, commit_time_ms, attempts";

    private readonly Dictionary<string, Statement> _prepared = [];

    public Statement Head => Get("SELECT position, epoch, chain_hash FROM ledger_head WHERE office = $0");

    public Statement PutHead => Get(
        """
        INSERT INTO ledger_head (office, position, epoch, chain_hash) VALUES ($0, $1, $2, $3)
        ON CONFLICT (office) DO UPDATE SET position = excluded.position, epoch = excluded.epoch, chain_hash = excluded.chain_hash
        """);

    public Statement LastTime => Get("SELECT e.commit_time_ms FROM ledger_head h JOIN ledger_entry e ON e.office = h.office AND e.position = h.position WHERE h.office = $0");

    public Statement Mark => Get("SELECT last_sequence FROM producer WHERE office = $0 AND producer_id = $1");

    public Statement PutMark => Get(
        """
        INSERT INTO producer (office, producer_id, last_sequence) VALUES ($0, $1, $2)
        ON CONFLICT (office, producer_id) DO UPDATE SET last_sequence = excluded.last_sequence
        """);

    public Statement Batches => Get(
        """
        SELECT sequence, batch_id, content_digest, position, receipt FROM ledger_entry
        WHERE office = $0 AND producer_id = $1 AND sequence BETWEEN $2 AND $3 ORDER BY sequence
        """);

    public Statement SequenceOfBatchId => Get(
        "SELECT sequence FROM ledger_entry WHERE office = $0 AND producer_id = $1 AND batch_id = $2");

    public Statement AppendEntry => Get(
        """
        INSERT INTO ledger_entry (office, position, kind, epoch, commit_time_ms, actor, digest, chain_hash, rule_set_version,
            region_catalogue_version, producer_id, sequence, batch_id, content_digest, payload, statuses, receipt)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        """);

    public Statement Registration => Get(
        "SELECT ground, position, change_index, effective_day, verified, decided_case, entered_as, record FROM registration WHERE nik = $0 AND office = $1");

    public Statement PutRegistration => Get(
        """
        INSERT INTO registration (nik, office, ground, position, change_index, effective_day, verified, decided_case, entered_as, record)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9)
        ON CONFLICT (nik, office) DO UPDATE SET ground = excluded.ground, position = excluded.position, change_index = excluded.change_index,
            effective_day = excluded.effective_day, verified = excluded.verified, decided_case = excluded.decided_case,
            entered_as = excluded.entered_as, record = excluded.record
        """);

    public Statement DeleteRegistration => Get("DELETE FROM registration WHERE nik = $0 AND office = $1");

    public IReadOnlyList<Statement> ClearOffice =>
    [
        Get("DELETE FROM registration WHERE office = $0"),
        Get("DELETE FROM office_item WHERE office = $0"),
        Get("DELETE FROM party_member WHERE office = $0"),
        Get("DELETE FROM pending_change WHERE office = $0"),
        Get("DELETE FROM recap_tally WHERE office = $0"),
    ];

    public Statement Item => Get(
        """
        SELECT position, change_index, version, record FROM office_item WHERE office = $0 AND kind = $1 AND item_key = $2
        ORDER BY version DESC LIMIT 1
        """);

    public Statement AddItem => Get(
        "INSERT INTO office_item (office, kind, item_key, version, position, change_index, record) VALUES ($0, $1, $2, $3, $4, $5, $6)");

    // The place of the first entry stays: of two in one list the later one is the double.
    public Statement PutMember => Get(
        """
        INSERT INTO party_member (nik, office, party_number, card_number, position, change_index, removed, was_not_eligible, occupation, birth_day, marital_status)
        VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (nik, office, party_number, card_number) DO UPDATE SET removed = excluded.removed,
            was_not_eligible = was_not_eligible OR excluded.was_not_eligible, occupation = excluded.occupation, birth_day = excluded.birth_day,
            marital_status = excluded.marital_status
        """);

    public Statement AnyOpenVoterHold => Get("SELECT 1 FROM pending_change WHERE office = $0 AND nik IS NOT NULL AND kind = 1 AND state = 1 LIMIT 1");

    public Statement AnyOpenItemHold => Get("SELECT 1 FROM pending_change WHERE office = $0 AND item_key IS NOT NULL AND kind = 1 AND state = 1 LIMIT 1");

    public Statement OpenHolds => Get(
        $"""
        SELECT {PendingColumns}
        FROM pending_change WHERE office = $0 AND nik = $1 AND kind = 1 AND state = 1 ORDER BY position, change_index
        """);

    public Statement OpenItemHolds => Get(
        $"""
        SELECT {PendingColumns}
        FROM pending_change WHERE office = $0 AND item_kind = $1 AND item_key = $2 AND item_key IS NOT NULL AND kind = 1 AND state = 1
        ORDER BY position, change_index
        """);

    public Statement Pending => Get(
        $"""
        SELECT {PendingColumns}
        FROM pending_change WHERE office = $0 AND position = $1 AND change_index = $2
        """);

    public Statement PutPending => Get(
        $"""
        INSERT INTO pending_change (office, {PendingColumns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        ON CONFLICT (office, position, change_index) DO UPDATE SET kind = excluded.kind, state = excluded.state, code = excluded.code,
            settled_position = excluded.settled_position, settled_index = excluded.settled_index, attempts = excluded.attempts
        """);

    public Statement AddTally => Get(
        """
        INSERT INTO recap_tally (office, day, village, polling_station, measure, sex, n) VALUES ($0, $1, $2, $3, $4, $5, $6)
        ON CONFLICT (office, day, village, polling_station, measure, sex) DO UPDATE SET n = n + excluded.n
        """);

    public Statement ClosedPeriods => Get("SELECT period, position FROM recap_period WHERE office = $0");

    public Statement PutPeriod => Get(
        """
        INSERT INTO recap_period (office, period, position) VALUES ($0, $1, $2)
        ON CONFLICT (office, period) DO UPDATE SET position = excluded.position
        """);

    public Statement DeletePeriod => Get("DELETE FROM recap_period WHERE office = $0 AND period = $1");

    public void Dispose()
    {
        foreach (var statement in _prepared.Values)
            statement.Dispose();
    }

    private Statement Get(string sql)
    {
        if (!_prepared.TryGetValue(sql, out var statement))
            _prepared.Add(sql, statement = new Statement(connection, sql));
        return statement;
    }
}
