using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.People;

namespace KpuSync.Benchmarks;

/// <summary>Synthetic people as changes that keep every rule.</summary>
internal static class Voters
{
    /// <summary>With what the matcher does not look at, and the rules do.</summary>
    public static VoterRecord Complete(VoterRecord voter)
    {
        (voter.MaritalStatus, voter.Disability, voter.ElectronicCard) = (MaritalStatus.Married, Disability.None, ElectronicCard.Held);
        return voter;
    }

    /// <summary>New voters of one office, who all live in its first village.</summary>
    public static IEnumerable<Change> NewIn(string office, int count, int seed) => NewIn(office, People(count, seed));

    /// <summary>People with different numbers; those of another seed may have the same.</summary>
    public static IReadOnlyList<VoterRecord> People(int count, int seed) => Population.Make(new PopulationOptions(count, 0, 0, seed)).Records;

    /// <summary>These with numbers that an office gave out itself, as most of its voters have: in the register they lie together. Of several with one number only the first.</summary>
    public static IReadOnlyList<VoterRecord> WithNumbersOf(string office, IEnumerable<VoterRecord> people)
    {
        var districts = RegionCatalogue.Default.DistrictsOf(office);
        return [.. people.Select((voter, i) =>
        {
            voter.Nik = districts[i % districts.Count].Code + voter.Nik[6..12] + (1 + (i % 9_999)).ToString("D4", CultureInfo.InvariantCulture);
            return voter;
        }).DistinctBy(voter => voter.Nik)];
    }

    /// <summary>These as new voters of one office, who all live in its first village.</summary>
    public static IEnumerable<Change> NewIn(string office, IEnumerable<VoterRecord> people)
    {
        var village = VoterExamples.Record(1, office).VillageCode;
        return people.Select(voter =>
        {
            voter.VillageCode = village;
            return VoterExamples.Upsert(Complete(voter), UpsertReason.State);
        });
    }
}
