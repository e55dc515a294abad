namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>Those about cases, claims and the matching index.</summary>
internal sealed partial class Statements
{
    private const string ClaimColumns = "office, claim_id, nik, kind, claiming_office, effective_day, state, claim_time_ms";

    public Statement RegistrationsOfNik => Get(
        "SELECT office, ground, position, change_index, effective_day, verified, decided_case, entered_as, record FROM registration WHERE nik = $0");

    public Statement Block => Get("SELECT nik, office FROM match_key WHERE match_key = $0 LIMIT $1");

    public Statement AddKey => Get("INSERT OR IGNORE INTO match_key (match_key, nik, office) VALUES ($0, $1, $2)");

    public Statement CasesOfSide => Get("SELECT DISTINCT case_id FROM case_member WHERE nik = $0 AND office = $1");

    public Statement Case => Get("SELECT body FROM duplicate_case WHERE id = $0");

    public Statement LastCase => Get("SELECT coalesce(max(id), 0) FROM duplicate_case");

    public Statement PutCase => Get(
        """
        INSERT INTO duplicate_case (id, version, class, reach, state, body) VALUES ($0, $1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET version = excluded.version, class = excluded.class, reach = excluded.reach, state = excluded.state, body = excluded.body
        """);

    public Statement AddMember => Get("INSERT OR IGNORE INTO case_member (nik, office, case_id, held_position, held_index) VALUES ($0, $1, $2, $3, $4)");

    public Statement DeleteMember => Get("DELETE FROM case_member WHERE nik = $0 AND office = $1 AND case_id = $2");

    public Statement DifferentPeople => Get(
        "SELECT 1 FROM different_people WHERE first_nik = $0 AND first_office = $1 AND second_nik = $2 AND second_office = $3");

    public Statement RememberDifferent => Get(
        "INSERT OR IGNORE INTO different_people (first_nik, first_office, second_nik, second_office, case_id) VALUES ($0, $1, $2, $3, $4)");

    public Statement DeleteVillageTransfer => Get("DELETE FROM village_transfer WHERE old_code = $0");

    public Statement PutVillageTransfer => Get("INSERT OR REPLACE INTO village_transfer (old_code, new_code, day) VALUES ($0, $1, $2)");

    public Statement ClaimsOnNik => Get($"SELECT {ClaimColumns} FROM claim WHERE nik = $0");

    public Statement Claim => Get($"SELECT {ClaimColumns} FROM claim WHERE office = $0 AND claim_id = $1");

    public Statement PutClaim => Get(
        $"""
        INSERT INTO claim ({ClaimColumns}) VALUES ($0, $1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (office, claim_id) DO UPDATE SET state = excluded.state
        """);

    public Statement Checkpoints => Get("SELECT office, position FROM scan_checkpoint");

    public Statement PutCheckpoint => Get(
        "INSERT INTO scan_checkpoint (office, position) VALUES ($0, $1) ON CONFLICT (office) DO UPDATE SET position = excluded.position");

    public Statement ForgetKeys => Get("DELETE FROM match_key");

    public Statement ForgetCheckpoints => Get("DELETE FROM scan_checkpoint");
}
