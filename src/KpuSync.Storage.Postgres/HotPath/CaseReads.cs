using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>The look-ups of the scanner: each one query, however many are asked for.</summary>
internal sealed class CaseReads(PostgresSession session)
{
    public async ValueTask<IReadOnlyDictionary<OfficeCode, long>> CheckpointsAsync(CancellationToken ct) =>
        (await session.ListAsync(new Statement("SELECT office, position FROM scan_checkpoint"), row => (Rows.OfficeOf(row, 0), row.GetInt64(1)), ct))
        .ToDictionary(c => c.Item1, c => c.Item2);

    public async ValueTask<IReadOnlyList<Registration>> RegistrationsOfAsync(IReadOnlyCollection<Nik> niks, CancellationToken ct) => await session.ListAsync(
        new Statement($"SELECT {Rows.Registration} FROM registration WHERE nik = ANY ($1) ORDER BY nik, office", NiksOf(niks)), Rows.RegistrationOf, ct);

    public async ValueTask<IReadOnlyList<Registration>> RegistrationsAtAsync(IReadOnlyCollection<RegistrationKey> keys, CancellationToken ct)
    {
        var asked = keys.ToHashSet();
        var found = await RegistrationsOfAsync([.. asked.Select(k => k.Nik).Distinct()], ct);
        return [.. found.Where(r => asked.Contains(new RegistrationKey(r.Nik, r.Office)))];
    }

    public async ValueTask<IReadOnlyList<KeyBlock>> BlocksOfAsync(IReadOnlyCollection<long> keys, int blockMax, CancellationToken ct)
    {
        var members = await session.ListAsync(
            new Statement(
                """
                SELECT asked.match_key, m.nik, m.office FROM unnest($1) AS asked (match_key) CROSS JOIN LATERAL (
                    SELECT nik, office FROM match_key WHERE match_key = asked.match_key ORDER BY nik, office LIMIT $2) AS m
                """,
                keys.ToArray(), blockMax + 1),
            row => (Key: row.GetInt64(0), Member: new RegistrationKey(Nik.FromTrusted(row.GetInt64(1)), Rows.OfficeOf(row, 2))),
            ct);
        var byKey = members.ToLookup(m => m.Key, m => m.Member);
        return [.. keys.Select(key => KeyBlock.Of(key, [.. byKey[key]], blockMax))];
    }

    public async ValueTask<IReadOnlyList<DuplicateCase>> CasesOfAsync(IReadOnlyCollection<RegistrationKey> sides, CancellationToken ct) => await session.ListAsync(
        new Statement(
            """
            SELECT body FROM duplicate_case WHERE id IN (
                SELECT m.case_id FROM unnest($1, $2) AS asked (nik, office) JOIN case_member m ON m.nik = asked.nik AND m.office = asked.office COLLATE "C")
            ORDER BY id
            """,
            NiksOf(sides.Select(s => s.Nik)), OfficesOf(sides.Select(s => s.Office))),
        Rows.CaseOf,
        ct);

    public async ValueTask<IReadOnlySet<(RegistrationKey First, RegistrationKey Second)>> DifferentPeopleAsync(
        IReadOnlyCollection<(RegistrationKey First, RegistrationKey Second)> pairs, CancellationToken ct) => (await session.ListAsync(
        new Statement(
            """
            SELECT d.first_nik, d.first_office, d.second_nik, d.second_office
            FROM unnest($1, $2, $3, $4) AS asked (first_nik, first_office, second_nik, second_office)
            JOIN different_people d ON d.first_nik = asked.first_nik AND d.first_office = asked.first_office COLLATE "C"
                AND d.second_nik = asked.second_nik AND d.second_office = asked.second_office COLLATE "C"
            """,
            NiksOf(pairs.Select(p => p.First.Nik)), OfficesOf(pairs.Select(p => p.First.Office)),
            NiksOf(pairs.Select(p => p.Second.Nik)), OfficesOf(pairs.Select(p => p.Second.Office))),
        row => (new RegistrationKey(Nik.FromTrusted(row.GetInt64(0)), Rows.OfficeOf(row, 1)), new RegistrationKey(Nik.FromTrusted(row.GetInt64(2)), Rows.OfficeOf(row, 3))),
        ct)).ToHashSet();

    public async ValueTask<IReadOnlyList<StoredClaim>> ClaimsOnAsync(IReadOnlyCollection<Nik> niks, CancellationToken ct) => await session.ListAsync(
        new Statement($"SELECT {Rows.Claim} FROM claim WHERE nik = ANY ($1) ORDER BY nik, office, claim_id", NiksOf(niks)), Rows.ClaimOf, ct);

    /// <param name="owner">Whose voter.</param>
    /// <param name="claimId">Its id.</param>
    /// <param name="lock">What it is read with, for example <c>FOR UPDATE</c>.</param>
    /// <param name="ct">Cancels.</param>
    public async ValueTask<StoredClaim?> FindClaimAsync(OfficeCode owner, string claimId, string @lock, CancellationToken ct) => (await session.ListAsync(
        new Statement($"SELECT {Rows.Claim} FROM claim WHERE office = $1 AND claim_id = $2 {@lock}", owner.Value, claimId), Rows.ClaimOf, ct)).FirstOrDefault();

    /// <param name="caseId">The case.</param>
    /// <param name="lock">What it is read with, for example <c>FOR UPDATE</c>.</param>
    /// <param name="ct">Cancels.</param>
    public async ValueTask<DuplicateCase?> FindCaseAsync(long caseId, string @lock, CancellationToken ct) =>
        (await session.ListAsync(new Statement($"SELECT body FROM duplicate_case WHERE id = $1 {@lock}", caseId), Rows.CaseOf, ct)).FirstOrDefault();

    private static long[] NiksOf(IEnumerable<Nik> niks) => [.. niks.Select(nik => nik.Value)];

    private static string[] OfficesOf(IEnumerable<OfficeCode> offices) => [.. offices.Select(office => office.Value)];
}
