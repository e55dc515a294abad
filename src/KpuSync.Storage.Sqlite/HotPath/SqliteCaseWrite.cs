using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>The part of a write transaction that is about cases, claims and the matching index.</summary>
internal sealed class SqliteCaseWrite(SqliteSession session) : ICaseWrite
{
    private readonly CaseReads _reads = new(session.Statements);

    public ValueTask<DuplicateCase?> FindCaseAsync(long caseId, CancellationToken ct) => Read(() => _reads.FindCase(caseId));

    public ValueTask<long> NextCaseIdAsync(CancellationToken ct) => Read(_reads.NextCaseId);

    public ValueTask SaveAsync(DuplicateCase duplicate, CancellationToken ct) => Do(() =>
    {
        foreach (var side in _reads.FindCase(duplicate.CaseId)?.Sides ?? [])
            Execute(session.Statements.DeleteMember, NikOf(side), side.OfficeCode, duplicate.CaseId);
        Execute(
            session.Statements.PutCase, duplicate.CaseId, duplicate.Version, (int)duplicate.Class, (int)duplicate.Reach, (int)duplicate.State, duplicate.ToByteArray());
        foreach (var side in duplicate.Sides)
            Execute(session.Statements.AddMember, NikOf(side), side.OfficeCode, duplicate.CaseId, side.HeldPosition, side.HeldIndex);
    });

    public ValueTask RememberDifferentAsync(
        long caseId, IReadOnlyCollection<(RegistrationKey First, RegistrationKey Second)> pairs, CancellationToken ct) => Do(() =>
    {
        foreach (var (first, second) in pairs)
            Execute(session.Statements.RememberDifferent, first.Nik.Value, first.Office.Value, second.Nik.Value, second.Office.Value, caseId);
    });

    public ValueTask SaveAsync(VillageMove move, CancellationToken ct) => Do(() =>
    {
        Execute(session.Statements.DeleteVillageTransfer, move.NewCode);
        Execute(session.Statements.PutVillageTransfer, move.OldCode, move.NewCode, move.Day.DayNumber);
    });

    public ValueTask<StoredClaim?> FindClaimAsync(OfficeCode owner, string claimId, CancellationToken ct) => Read(() => _reads.FindClaim(owner, claimId));

    public ValueTask SaveAsync(StoredClaim claim, CancellationToken ct) => Do(() => Execute(
        session.Statements.PutClaim,
        claim.Owner.Value, claim.ClaimId, claim.Nik.Value, (int)claim.Kind, claim.ClaimingOffice.Value, claim.EffectiveDate.DayNumber, (int)claim.State,
        claim.ClaimTimeMilliseconds));

    public ValueTask AddKeysAsync(IReadOnlyCollection<(long Key, RegistrationKey Member)> keys, CancellationToken ct) => Do(() =>
    {
        var statement = session.Statements.AddKey;
        foreach (var (key, member) in keys)
        {
            statement[0] = key;
            statement[1] = member.Nik.Value;
            statement[2] = member.Office.Value;
            statement.Execute();
        }
    });

    public ValueTask<IReadOnlyDictionary<OfficeCode, long>> LockCheckpointsAsync(CancellationToken ct) =>
        Read(() => (IReadOnlyDictionary<OfficeCode, long>)_reads.Checkpoints());

    public ValueTask SetCheckpointAsync(OfficeCode office, long position, CancellationToken ct) =>
        Do(() => Execute(session.Statements.PutCheckpoint, office.Value, position));

    public ValueTask ResetScanAsync(CancellationToken ct) => Do(() =>
    {
        session.Statements.ForgetKeys.Execute();
        session.Statements.ForgetCheckpoints.Execute();
    });

    private static long NikOf(CaseSide side) => Nik.Parse(side.Nik).Value;

    private static void Execute(Statement statement, params ReadOnlySpan<SqlValue> values)
    {
        for (var i = 0; i < values.Length; i++)
            statement[i] = values[i];
        statement.Execute();
    }

    private static ValueTask<T> Read<T>(Func<T> read) => ValueTask.FromResult(SqliteFailures.Guard(read));

    private static ValueTask Do(Action action)
    {
        SqliteFailures.Guard(action);
        return ValueTask.CompletedTask;
    }
}
