using System.Runtime.InteropServices;
using KpuSync.Contracts.V1;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>A polling station whose voters the tallies do not amount to.</summary>
/// <param name="VillageCode">Village, 10 digits.</param>
/// <param name="PollingStation">Polling station in the village.</param>
/// <param name="Sex">Sex.</param>
/// <param name="Tallied">Voters by the tallies.</param>
/// <param name="Registered">Voters in the register.</param>
public sealed record TallyDifference(string VillageCode, int PollingStation, Sex Sex, long Tallied, long Registered);

/// <summary>Result of comparing an office's tallies with a full scan of its register.</summary>
/// <param name="Office">The office.</param>
/// <param name="Male">Male voters in the register (L).</param>
/// <param name="Female">Female voters in the register (P).</param>
/// <param name="Differences">Where the tallies differ; none if they are equal.</param>
public sealed record TallyReport(OfficeCode Office, long Male, long Female, IReadOnlyList<TallyDifference> Differences);

/// <summary>Proves that the tallies amount to the register: male and female voters of every village and polling station, by a full scan.</summary>
public sealed class TallyCheck(ILedgerReader ledger)
{
    /// <summary>Checks one office. On a running server a push between the two readings shows as a difference.</summary>
    public async Task<TallyReport> CheckAsync(OfficeCode office, CancellationToken ct)
    {
        var places = new Dictionary<(string Village, int Station, Sex Sex), (long Tallied, long Registered)>();
        await foreach (var (key, count) in ledger.TalliesOfAsync(office, ct))
            At(places, key.VillageCode, key.PollingStation, key.Sex).Tallied += Measures.SignOf(key.Measure) * count;
        await foreach (var registration in ledger.RegistrationsOfAsync(office, ct))
        {
            if (!registration.IsActive)
                continue;
            var voter = registration.ParseRecord();
            At(places, voter.VillageCode, voter.PollingStation, voter.Sex).Registered++;
        }

        return new TallyReport(
            office,
            places.Where(p => p.Key.Sex is Sex.Male).Sum(p => p.Value.Registered),
            places.Where(p => p.Key.Sex is Sex.Female).Sum(p => p.Value.Registered),
            [.. places.Where(p => p.Value.Tallied != p.Value.Registered).OrderBy(p => p.Key)
                .Select(p => new TallyDifference(p.Key.Village, p.Key.Station, p.Key.Sex, p.Value.Tallied, p.Value.Registered))]);
    }

    private static ref (long Tallied, long Registered) At(
        Dictionary<(string Village, int Station, Sex Sex), (long Tallied, long Registered)> places, string village, int station, Sex sex) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(places, (village, station, sex), out _);
}
