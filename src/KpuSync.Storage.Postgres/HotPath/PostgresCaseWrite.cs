using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>The part of a write transaction that is about cases, claims and the matching index. What it reads stays as it is until the commit.</summary>
internal sealed class PostgresCaseWrite(PostgresSession session) : ICaseWrite
{
    private const string Locked = "FOR UPDATE";

    private readonly CaseReads _reads = new(session);

    public ValueTask<DuplicateCase?> FindCaseAsync(long caseId, CancellationToken ct) => PostgresFailures.GuardAsync(() => _reads.FindCaseAsync(caseId, Locked, ct));

    // Numbers have no gaps that a row could be locked in: whoever takes one holds the lock until the commit.
    public ValueTask<long> NextCaseIdAsync(CancellationToken ct) => PostgresFailures.GuardAsync(async () =>
    {
        await session.ExecuteAsync([AdvisoryLocks.Take(AdvisoryLocks.CaseNumbers)], ct);
        return (await session.ListAsync(new Statement("SELECT coalesce(max(id), 0) + 1 FROM duplicate_case"), row => row.GetInt64(0), ct)).Single();
    });

    public ValueTask SaveAsync(DuplicateCase duplicate, CancellationToken ct) => DoAsync(
        ct,
        // A new case has none yet: no index begins with its number.
        new Statement("DELETE FROM case_member WHERE case_id = $1 AND $2 > 1", duplicate.CaseId, duplicate.Version),
        new Statement(
            """
            INSERT INTO duplicate_case (id, version, class, reach, state, body) VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, class = excluded.class, reach = excluded.reach, state = excluded.state, body = excluded.body
            """,
            duplicate.CaseId, duplicate.Version, (int)duplicate.Class, (int)duplicate.Reach, (int)duplicate.State, duplicate.ToByteArray()),
        new Statement(
            """
            INSERT INTO case_member (case_id, nik, office, held_position, held_index) SELECT $1, * FROM unnest($2, $3, $4, $5)
            ON CONFLICT DO NOTHING
            """,
            duplicate.CaseId, duplicate.Sides.Select(s => Nik.Parse(s.Nik).Value).ToArray(), duplicate.Sides.Select(s => s.OfficeCode).ToArray(),
            duplicate.Sides.Select(s => s.HeldPosition).ToArray(), duplicate.Sides.Select(s => s.HeldIndex).ToArray()));

    public ValueTask RememberDifferentAsync(
        long caseId, IReadOnlyCollection<(RegistrationKey First, RegistrationKey Second)> pairs, CancellationToken ct) => DoAsync(
        ct,
        new Statement(
            """
            INSERT INTO different_people (case_id, first_nik, first_office, second_nik, second_office) SELECT $1, * FROM unnest($2, $3, $4, $5)
            ON CONFLICT DO NOTHING
            """,
            caseId, pairs.Select(p => p.First.Nik.Value).ToArray(), pairs.Select(p => p.First.Office.Value).ToArray(),
            pairs.Select(p => p.Second.Nik.Value).ToArray(), pairs.Select(p => p.Second.Office.Value).ToArray()));

    public ValueTask SaveAsync(VillageMove move, CancellationToken ct) => DoAsync(
        ct,
        new Statement("DELETE FROM village_transfer WHERE old_code = $1", move.NewCode),
        new Statement(
            """
            INSERT INTO village_transfer (old_code, new_code, day) VALUES ($1, $2, $3)
            ON CONFLICT (old_code) DO UPDATE SET new_code = excluded.new_code, day = excluded.day
            """,
            move.OldCode, move.NewCode, move.Day.DayNumber));

    public ValueTask<StoredClaim?> FindClaimAsync(OfficeCode owner, string claimId, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => _reads.FindClaimAsync(owner, claimId, Locked, ct));

    public ValueTask SaveAsync(StoredClaim claim, CancellationToken ct) => DoAsync(
        ct,
        new Statement(
            $"INSERT INTO claim ({Rows.Claim}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (office, claim_id) DO UPDATE SET state = excluded.state",
            claim.Owner.Value, claim.ClaimId, claim.Nik.Value, (int)claim.Kind, claim.ClaimingOffice.Value, claim.EffectiveDate.DayNumber, (int)claim.State,
            claim.ClaimTimeMilliseconds));

    public ValueTask AddKeysAsync(IReadOnlyCollection<(long Key, RegistrationKey Member)> keys, CancellationToken ct) => DoAsync(
        ct,
        new Statement(
            "INSERT INTO match_key (match_key, nik, office) SELECT * FROM unnest($1, $2, $3) ON CONFLICT DO NOTHING",
            keys.Select(k => k.Key).ToArray(), keys.Select(k => k.Member.Nik.Value).ToArray(), keys.Select(k => k.Member.Office.Value).ToArray()));

    public ValueTask<IReadOnlyDictionary<OfficeCode, long>> LockCheckpointsAsync(CancellationToken ct) => PostgresFailures.GuardAsync(async () =>
    {
        await session.ExecuteAsync([AdvisoryLocks.Take(AdvisoryLocks.Checkpoints)], ct);
        return await _reads.CheckpointsAsync(ct);
    });

    public ValueTask SetCheckpointAsync(OfficeCode office, long position, CancellationToken ct) => DoAsync(
        ct,
        new Statement(
            "INSERT INTO scan_checkpoint (office, position) VALUES ($1, $2) ON CONFLICT (office) DO UPDATE SET position = excluded.position", office.Value, position));

    public ValueTask ResetScanAsync(CancellationToken ct)
    {
        session.IsPatient = true;
        return DoAsync(ct, [LedgerStatements.Unbound, new Statement("DELETE FROM match_key"), new Statement("DELETE FROM scan_checkpoint")]);
    }

    private ValueTask DoAsync(CancellationToken ct, params Statement[] statements) => PostgresFailures.GuardAsync(() => session.ExecuteAsync(statements, ct));
}
