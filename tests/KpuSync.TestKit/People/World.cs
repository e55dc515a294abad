using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Samples.Places;

namespace KpuSync.TestKit.People;

/// <summary>Towns with their villages, and the numbers that were given out.</summary>
internal sealed class World(Random random)
{
    private readonly Town[] _towns = [.. OfficeShare.Default.Select(share => Town.Of(share.Office))];
    private readonly int[] _weights = [.. OfficeShare.Default.Select(share => share.Weight)];
    private readonly HashSet<string> _niks = [];
    private int _cards;

    public static DateOnly Today { get; } = new(2026, 11, 20);

    public Town AnyTown()
    {
        var at = random.Next(_weights.Sum());
        var town = 0;
        for (; at >= _weights[town]; town++)
            at -= _weights[town];
        return _towns[town];
    }

    public Town TownOf(VoterRecord voter) => _towns.First(town => voter.VillageCode.StartsWith(town.Office, StringComparison.Ordinal));

    public Town OtherTown(VoterRecord voter)
    {
        for (; ; )
        {
            var town = AnyTown();
            if (!voter.VillageCode.StartsWith(town.Office, StringComparison.Ordinal))
                return town;
        }
    }

    /// <summary>The next free number for this birth in the district; serials are given out in order, so that twins have neighbours.</summary>
    public string NewNik(string district, DateOnly birth, Sex sex)
    {
        var day = birth.Day + (sex == Sex.Female ? 40 : 0);
        for (var serial = 1; ; serial++)
        {
            var nik = string.Create(CultureInfo.InvariantCulture, $"{district}{day:00}{birth.Month:00}{birth.Year % 100:00}{serial:0000}");
            if (_niks.Add(nik))
                return nik;
        }
    }

    /// <summary>Takes a number; false if somebody has it.</summary>
    public bool TakeNik(string nik) => _niks.Add(nik);

    public string NewCard(string district)
    {
        var recorded = Today.AddDays(-random.Next(20 * 365));
        return string.Create(CultureInfo.InvariantCulture, $"{district}{recorded:ddMMyy}{(_cards++ % 9_999) + 1:0000}");
    }

    public DateOnly BirthAt(int age)
    {
        var birth = Today.AddYears(-age).AddDays(-random.Next(365));
        var unknown = age > 45 ? 0.15 : age > 25 ? 0.03 : 0;
        return random.NextDouble() < unknown ? new DateOnly(birth.Year, 1, 1) : birth;
    }

    public void Settle(VoterRecord voter, Town town)
    {
        voter.VillageCode = town.Villages[random.Next(town.Villages.Length)];
        voter.Rt = random.Next(1, 13);
        voter.Rw = random.Next(0, 9);
        voter.Address = random.Next(2) == 0
            ? $"JL. {NameWordLists.Streets[random.Next(NameWordLists.Streets.Length)]} NO. {random.Next(1, 180)}"
            : $"DUSUN {NameWordLists.Hamlets[random.Next(NameWordLists.Hamlets.Length)]}";
    }
}
