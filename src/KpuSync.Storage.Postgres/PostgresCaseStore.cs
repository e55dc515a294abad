using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.Storage.Duplicates;
using KpuSync.Storage.Postgres.HotPath;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>What is known across offices, on PostgreSQL: set-based look-ups for the scanner, EF Core for the lists.</summary>
public sealed class PostgresCaseStore(NpgsqlDataSource source, CaseQueries queries) : ICaseReader
{
    private const string NotLocked = "";

    /// <inheritdoc/>
    public ValueTask<IReadOnlyDictionary<OfficeCode, long>> CheckpointsAsync(CancellationToken ct) => ReadAsync(r => r.CheckpointsAsync(ct), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Registration>> RegistrationsOfAsync(IReadOnlyCollection<Nik> niks, CancellationToken ct) =>
        ReadAsync(r => r.RegistrationsOfAsync(niks, ct), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Registration>> RegistrationsAtAsync(IReadOnlyCollection<RegistrationKey> keys, CancellationToken ct) =>
        ReadAsync(r => r.RegistrationsAtAsync(keys, ct), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<KeyBlock>> BlocksOfAsync(IReadOnlyCollection<long> keys, int blockMax, CancellationToken ct) =>
        ReadAsync(r => r.BlocksOfAsync(keys, blockMax, ct), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DuplicateCase>> CasesOfAsync(IReadOnlyCollection<RegistrationKey> sides, CancellationToken ct) =>
        ReadAsync(r => r.CasesOfAsync(sides, ct), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlySet<(RegistrationKey First, RegistrationKey Second)>> DifferentPeopleAsync(
        IReadOnlyCollection<(RegistrationKey First, RegistrationKey Second)> pairs, CancellationToken ct) => ReadAsync(r => r.DifferentPeopleAsync(pairs, ct), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredClaim>> ClaimsOnAsync(IReadOnlyCollection<Nik> niks, CancellationToken ct) => ReadAsync(r => r.ClaimsOnAsync(niks, ct), ct);

    /// <inheritdoc/>
    public ValueTask<StoredClaim?> FindClaimAsync(OfficeCode owner, string claimId, CancellationToken ct) => ReadAsync(r => r.FindClaimAsync(owner, claimId, NotLocked, ct), ct);

    /// <inheritdoc/>
    public ValueTask<DuplicateCase?> FindCaseAsync(long caseId, CancellationToken ct) => ReadAsync(r => r.FindCaseAsync(caseId, NotLocked, ct), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DuplicateCase>> CasesInAsync(OfficeCode range, CaseFilter filter, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => queries.CasesInAsync(range, filter, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CaseCount>> CountOpenAsync(OfficeCode range, CancellationToken ct) => PostgresFailures.GuardAsync(() => queries.CountOpenAsync(range, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredClaim>> ClaimsOfAsync(OfficeCode owner, bool all, int limit, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => queries.ClaimsOfAsync(owner, all, limit, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DifferentPair>> DifferentPeopleOfAsync(OfficeCode office, CancellationToken ct) =>
        PostgresFailures.GuardAsync(() => queries.DifferentPeopleOfAsync(office, ct));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<VillageMove>> VillageMovesAsync(CancellationToken ct) => PostgresFailures.GuardAsync(() => queries.VillageMovesAsync(ct));

    private ValueTask<T> ReadAsync<T>(Func<CaseReads, ValueTask<T>> read, CancellationToken ct) => PostgresFailures.GuardAsync(async () =>
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        return await read(new CaseReads(PostgresSession.ForLookUps(connection)));
    });
}
