using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Push;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Transfers;

/// <summary>
/// Moves villages with their voters to another office, or gives them other codes, when regions change. Start at <see cref="TransferAsync"/>.
/// </summary>
/// <remarks>
/// Both ledgers get an entry that names the villages, then entries with the voters, up to <see cref="ChunkVoters"/> each; those of one chunk are committed together.
/// Stopped in the middle, it goes on where it was when it is run again: whoever is moved is not in the old village any more. Only active registrations go: what
/// was removed was counted where it was removed, and stays there.
/// </remarks>
public sealed class TransferHandler(
    ILedgerReader ledger, ICaseReader cases, SettlementOpener settlements, TransferObstacles obstacles, VillageTransfers transfers)
{
    /// <summary>Most voters in one entry.</summary>
    public const int ChunkVoters = 1000;

    private const string Actor = "server";

    /// <summary>Moves the villages, unless something has to be settled first.</summary>
    /// <param name="request">The villages.</param>
    /// <param name="isDryRun">True to look only.</param>
    /// <param name="ct">Stops between two chunks.</param>
    public async Task<TransferReport> TransferAsync(TransferRequest request, bool isDryRun, CancellationToken ct)
    {
        var voters = await VotersAsync(request, ct);
        var counts = request.Villages.Keys.ToDictionary(village => village, village => voters.Count(v => v.Village == village));
        var found = await obstacles.FindAsync(request, [.. voters.Select(v => v.Nik)], ct);
        if (isDryRun || found.Count > 0)
            return new TransferReport(counts, 0, found);

        await RecordVillagesAsync(request, ct);
        var (moved, left) = (0, new List<TransferObstacle>());
        foreach (var chunk in voters.Select(v => v.Nik).Chunk(ChunkVoters))
        {
            var (now, leftNow) = await settlements.SettleAsync([request.From, request.To], Actor, settlement => MoveAsync(settlement, request, chunk, ct), ct);
            moved += now;
            left.AddRange(leftNow);
        }

        return new TransferReport(counts, moved, left);
    }

    private async Task<IReadOnlyList<(Nik Nik, string Village)>> VotersAsync(TransferRequest request, CancellationToken ct)
    {
        var voters = new List<(Nik, string)>();
        await foreach (var registration in ledger.RegistrationsOfAsync(request.From, ct))
        {
            if (registration.IsActive && registration.ParseRecord().VillageCode is var village && request.Villages.ContainsKey(village))
                voters.Add((registration.Nik, village));
        }

        return voters;
    }

    // Before the voters: from then on nobody enters under an old code, so that none is left behind.
    private async Task RecordVillagesAsync(TransferRequest request, CancellationToken ct)
    {
        var known = (await cases.VillageMovesAsync(ct)).ToDictionary(m => m.OldCode, m => m.NewCode);
        if (request.Villages.All(v => known.GetValueOrDefault(v.Key) == v.Value))
            return;
        await settlements.SettleAsync([request.From, request.To], Actor, settlement => RecordVillagesAsync(settlement, request, ct), ct);
        transfers.Load(await cases.VillageMovesAsync(ct));
    }

    private static async ValueTask<int> RecordVillagesAsync(SettlementWrite settlement, TransferRequest request, CancellationToken ct)
    {
        foreach (var office in OfficesOf(request))
            await settlement.AppendAsync(office, ActOf(request, request.Villages.Keys), [], ct);
        foreach (var (oldCode, newCode) in request.Villages)
            await settlement.Write.Cases.SaveAsync(new VillageMove(oldCode, newCode, OfficeCalendar.DayIn(request.To, settlement.Now)), ct);
        await settlement.CommitAsync(ct);
        return request.Villages.Count;
    }

    private async ValueTask<(int Moved, IReadOnlyList<TransferObstacle> Left)> MoveAsync(
        SettlementWrite settlement, TransferRequest request, Nik[] chunk, CancellationToken ct)
    {
        var left = new List<TransferObstacle>();
        foreach (var office in OfficesOf(request))
            await settlement.LoadAsync(office, chunk, ct);
        var moving = chunk.Select(nik => FindMoving(settlement, request, nik, left)).OfType<Registration>().ToList();
        if (moving.Count == 0)
            return (0, left);

        var villages = moving.Select(r => r.ParseRecord().VillageCode).ToHashSet();
        if (!request.IsWithinOffice)
        {
            await AppendAsync(settlement, request, request.From, villages, [.. moving.Select(Removal)], ct);
            await KeepDifferentAsync(settlement, request, [.. moving.Select(r => r.Nik)], ct);
        }

        await AppendAsync(settlement, request, request.To, villages, [.. moving.Select(r => Entry(request, r))], ct);
        await settlement.CommitAsync(ct);
        return (moving.Count, left);
    }

    // Looked at again under the locks: a server may be running.
    private static Registration? FindMoving(SettlementWrite settlement, TransferRequest request, Nik nik, List<TransferObstacle> left)
    {
        if (settlement.ViewOf(request.From).Find(nik) is not { IsActive: true } registration || !request.Villages.ContainsKey(registration.ParseRecord().VillageCode))
            return null;
        var held = OfficesOf(request).SelectMany(office => settlement.ViewOf(office).OpenHolds(nik))
            .Select(h => new TransferObstacle(TransferObstacleKind.HeldOpen, h.Office, $"{h.Position}:{h.Index}")).ToList();
        if (!request.IsWithinOffice && settlement.ViewOf(request.To).Find(nik) is { IsActive: true })
            held.Add(new TransferObstacle(TransferObstacleKind.InBothOffices, request.To, nik.ToString()));
        left.AddRange(held);
        return held.Count == 0 ? registration : null;
    }

    private static async ValueTask AppendAsync(
        SettlementWrite settlement, TransferRequest request, OfficeCode office, IEnumerable<string> villages, List<Change> changes, CancellationToken ct)
    {
        var next = settlement.NextEntryOf(office);
        for (var i = 0; i < changes.Count; i++)
            OutcomeTransition.Settle(settlement.ViewOf(office), changes[i], OutcomeStatus.Applied, [], origin: null, isGivenUp: false, next, i);
        var decided = changes.Select(change => new DecidedChange(change, new Decision(OutcomeStatus.Applied, []))).ToList();
        await settlement.AppendAsync(office, ActOf(request, villages), decided, ct);
    }

    private static Change Removal(Registration registration) => new()
    {
        VoterRemoval = new VoterRemoval { Nik = registration.Nik.ToFullText(), Ground = RemovalGround.TransferredOut },
    };

    private static Change Entry(TransferRequest request, Registration registration)
    {
        var voter = registration.ParseRecord();
        voter.VillageCode = request.Villages[voter.VillageCode];
        return new Change
        {
            VoterUpsert = new VoterUpsert { Reason = UpsertReason.TransferredIn, Voter = voter, Verified = registration.Verified },
        };
    }

    // Who was found to be different people stays so: nobody is asked again because a village went to another office.
    private async ValueTask KeepDifferentAsync(SettlementWrite settlement, TransferRequest request, HashSet<Nik> moving, CancellationToken ct)
    {
        foreach (var pair in await cases.DifferentPeopleOfAsync(request.From, ct))
        {
            var (first, second) = (AfterMove(pair.First), AfterMove(pair.Second));
            if ((first, second) == (pair.First, pair.Second))
                continue;
            var ordered = first < second ? (first, second) : (second, first);
            await settlement.Write.Cases.RememberDifferentAsync(pair.CaseId, [ordered], ct);
        }

        RegistrationKey AfterMove(RegistrationKey key) => key.Office == request.From && moving.Contains(key.Nik) ? key with { Office = request.To } : key;
    }

    private static SettlementEntry ActOf(TransferRequest request, IEnumerable<string> villages)
    {
        var act = new RegionTransferred { FromOfficeCode = request.From.Value, ToOfficeCode = request.To.Value };
        act.Villages.AddRange(villages.Order(StringComparer.Ordinal)
            .Select(village => new VillageTransfer { OldVillageCode = village, NewVillageCode = request.Villages[village] }));
        return new SettlementEntry { Reason = request.Reason, RegionTransferred = act };
    }

    private static IEnumerable<OfficeCode> OfficesOf(TransferRequest request) => request.IsWithinOffice ? [request.From] : [request.From, request.To];
}
