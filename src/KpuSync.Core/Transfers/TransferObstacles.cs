using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Transfers;

/// <summary>Looks for what a transfer would lose or override: it is settled by those whom it concerns, before.</summary>
public sealed class TransferObstacles(ILedgerReader ledger, ICaseReader cases)
{
    private const int PageSize = 500;

    /// <summary>Everything that is in the way, as things stand.</summary>
    public async Task<IReadOnlyList<TransferObstacle>> FindAsync(TransferRequest request, IReadOnlyCollection<Nik> voters, CancellationToken ct)
    {
        var moving = voters.ToHashSet();
        var found = new List<TransferObstacle>();
        await AddHoldsAsync(found, request, request.From, moving, ct);
        if (!request.IsWithinOffice)
            await AddHoldsAsync(found, request, request.To, moving, ct);
        foreach (var page in voters.Order().Chunk(PageSize))
            await AddOthersAsync(found, request, page, ct);
        return found;
    }

    // Also of people who are not registered yet: their village would be another office's once their turn comes.
    private async Task AddHoldsAsync(List<TransferObstacle> found, TransferRequest request, OfficeCode office, HashSet<Nik> moving, CancellationToken ct)
    {
        var after = (Position: 0L, Index: 0);
        while (true)
        {
            var (holds, _) = await ledger.HoldsOfAsync(office, after, PageSize, ct);
            foreach (var entry in holds.GroupBy(h => h.Position))
            {
                var changes = BatchBlob.Unpack((await ledger.EntriesAfterAsync(office, entry.Key - 1, 1, ct))[0].Payload);
                found.AddRange(entry.Where(h => Concerns(h, changes.Parse(h.Index)))
                    .Select(h => new TransferObstacle(TransferObstacleKind.HeldOpen, office, $"{h.Position}:{h.Index}")));
            }

            if (holds.Count < PageSize)
                return;
            after = (holds[^1].Position, holds[^1].Index);
        }

        bool Concerns(PendingChange held, Change change) =>
            (held.Nik is { } nik && moving.Contains(nik))
            || ((change.VoterUpsert?.Voter ?? change.VoterNikChange?.Voter) is { } voter && request.Villages.ContainsKey(voter.VillageCode));
    }

    private async Task AddOthersAsync(List<TransferObstacle> found, TransferRequest request, Nik[] voters, CancellationToken ct)
    {
        if (request.IsWithinOffice)
            return;
        found.AddRange((await cases.ClaimsOnAsync(voters, ct)).Where(c => c.Owner == request.From && c.State is ClaimState.Open)
            .Select(c => new TransferObstacle(TransferObstacleKind.ClaimOpen, request.From, c.ClaimId)));
        found.AddRange((await cases.RegistrationsAtAsync([.. voters.Select(nik => new RegistrationKey(nik, request.To))], ct)).Where(r => r.IsActive)
            .Select(r => new TransferObstacle(TransferObstacleKind.InBothOffices, request.To, r.Nik.ToString())));
    }
}
