using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.Storage.Duplicates;
using KpuSync.Storage.Sqlite.HotPath;

namespace KpuSync.Storage.Sqlite;

/// <summary>What is known across offices, on the embedded database: a connection of its own for the scanner, EF Core for the lists.</summary>
public sealed class SqliteCaseStore(SqliteConnections connections, CaseQueries queries) : ICaseReader, IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private SqliteSession? _session;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<OfficeCode, long>> CheckpointsAsync(CancellationToken ct) => await ReadAsync(r => r.Checkpoints(), ct);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Registration>> RegistrationsOfAsync(IReadOnlyCollection<Nik> niks, CancellationToken ct) =>
        await ReadAsync(r => r.RegistrationsOf(niks), ct);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Registration>> RegistrationsAtAsync(IReadOnlyCollection<RegistrationKey> keys, CancellationToken ct) =>
        await ReadAsync(r => r.RegistrationsAt(keys), ct);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<KeyBlock>> BlocksOfAsync(IReadOnlyCollection<long> keys, int blockMax, CancellationToken ct) =>
        await ReadAsync(r => r.BlocksOf(keys, blockMax), ct);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<DuplicateCase>> CasesOfAsync(IReadOnlyCollection<RegistrationKey> sides, CancellationToken ct) =>
        await ReadAsync(r => r.CasesOf(sides), ct);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlySet<(RegistrationKey First, RegistrationKey Second)>> DifferentPeopleAsync(
        IReadOnlyCollection<(RegistrationKey First, RegistrationKey Second)> pairs, CancellationToken ct) => await ReadAsync(r => r.DifferentPeople(pairs), ct);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredClaim>> ClaimsOnAsync(IReadOnlyCollection<Nik> niks, CancellationToken ct) =>
        await ReadAsync(r => r.ClaimsOn(niks), ct);

    /// <inheritdoc/>
    public ValueTask<StoredClaim?> FindClaimAsync(OfficeCode owner, string claimId, CancellationToken ct) => ReadAsync(r => r.FindClaim(owner, claimId), ct);

    /// <inheritdoc/>
    public ValueTask<DuplicateCase?> FindCaseAsync(long caseId, CancellationToken ct) => ReadAsync(r => r.FindCase(caseId), ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DuplicateCase>> CasesInAsync(OfficeCode range, CaseFilter filter, CancellationToken ct) =>
        queries.CasesInAsync(range, filter, ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CaseCount>> CountOpenAsync(OfficeCode range, CancellationToken ct) => queries.CountOpenAsync(range, ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredClaim>> ClaimsOfAsync(OfficeCode owner, bool all, int limit, CancellationToken ct) =>
        queries.ClaimsOfAsync(owner, all, limit, ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<DifferentPair>> DifferentPeopleOfAsync(OfficeCode office, CancellationToken ct) => queries.DifferentPeopleOfAsync(office, ct);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<VillageMove>> VillageMovesAsync(CancellationToken ct) => queries.VillageMovesAsync(ct);

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _session?.Dispose();
        _gate.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask<T> ReadAsync<T>(Func<CaseReads, T> read, CancellationToken ct)
    {
        await _gate.WaitAsync(ct);
        try
        {
            return SqliteFailures.Guard(() =>
                (_session ??= new SqliteSession(connections.OpenReader())).OnSnapshot(session => read(new CaseReads(session.Statements))));
        }
        finally
        {
            _gate.Release();
        }
    }
}
