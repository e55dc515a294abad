using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.TestKit.Changes;

namespace KpuSync.Benchmarks;

/// <summary>People by number, spread over an office's villages and some 350 to a polling station; each alone on a family card.</summary>
internal static class RecapPeople
{
    private const int PerDay = 9_000;
    private static readonly Dictionary<string, string[]> Villages = [];

    public static VoterRecord Record(int number, string office, bool isMale)
    {
        if (!Villages.TryGetValue(office, out var villages))
            Villages.Add(office, villages = [.. RegionCatalogue.Default.DistrictsOf(office).SelectMany(d => RegionCatalogue.Default.VillagesOf(d.Code)).Select(v => v.Code)]);
        var (day, serial) = ((number / PerDay % 28) + 1, (number % PerDay) + 1);
        var month = (number / PerDay / 28) + 1;
        var village = villages[number % villages.Length];
        var voter = VoterExamples.Record(1, office);
        voter.Nik = string.Create(CultureInfo.InvariantCulture, $"{villages[0][..6]}{(isMale ? day : day + 40):00}{month:00}80{serial:0000}");
        voter.Nkk = string.Create(CultureInfo.InvariantCulture, $"{villages[0][..6]}{day:00}{month:00}10{serial:0000}");
        voter.BirthDate = string.Create(CultureInfo.InvariantCulture, $"1980-{month:00}-{day:00}");
        voter.Sex = isMale ? Sex.Male : Sex.Female;
        voter.VillageCode = village;
        voter.PollingStation = 1 + (number / villages.Length / 350);
        return voter;
    }

    public static Change Opening(int number, string office, bool isMale)
    {
        var change = VoterExamples.Upsert(Record(number, office, isMale), UpsertReason.OpeningBalance);
        change.VoterUpsert.MinutesNumber = "1/BA/2022";
        return change;
    }
}
