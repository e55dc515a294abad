using KpuSync.Contracts.V1;

namespace KpuSync.Core.Recap;

/// <summary>What one tally counts, within an office.</summary>
/// <param name="Day">The office's calendar day on which the changes were applied.</param>
/// <param name="VillageCode">Village, 10 digits.</param>
/// <param name="PollingStation">Polling station in the village, 0 to 999; 0 is not assigned.</param>
/// <param name="Measure">What it counts.</param>
/// <param name="Sex">Sex of the voters.</param>
public readonly record struct TallyKey(DateOnly Day, string VillageCode, int PollingStation, Measure Measure, Sex Sex) : IComparable<TallyKey>
{
    /// <summary>In the order in which the database keeps them, so that writes stay local.</summary>
    public int CompareTo(TallyKey other)
    {
        var order = Day.CompareTo(other.Day);
        order = order != 0 ? order : string.CompareOrdinal(VillageCode, other.VillageCode);
        order = order != 0 ? order : PollingStation.CompareTo(other.PollingStation);
        order = order != 0 ? order : Measure.CompareTo(other.Measure);
        return order != 0 ? order : Sex.CompareTo(other.Sex);
    }

    /// <inheritdoc/>
    public override string ToString() => $"tally {Day:yyyy-MM-dd} {VillageCode} TPS {PollingStation} {Measure} {(Sex is Sex.Male ? 'L' : 'P')}";
}

/// <summary>One tally.</summary>
/// <param name="Key">What it counts.</param>
/// <param name="Count">How many; negative where entries or removals of earlier days were taken back.</param>
public readonly record struct Tally(TallyKey Key, long Count);
