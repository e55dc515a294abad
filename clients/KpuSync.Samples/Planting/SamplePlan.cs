using KpuSync.Samples.Numbers;
using KpuSync.Samples.Places;

namespace KpuSync.Samples.Planting;

/// <summary>Decides before anything is written which rows of which office are planted.</summary>
internal sealed class SamplePlan
{
    // More than a third of planted rows would leave no ordinary list to plant them in.
    private const int OrdinaryPerPlant = 3;
    private static readonly BrokenKind[] Kinds = Enum.GetValues<BrokenKind>();
    private readonly List<Plant>[] _plants;
    private readonly int[] _rows;

    private SamplePlan(int[] rows)
    {
        _rows = rows;
        _plants = [.. rows.Select(_ => new List<Plant>())];
    }

    /// <summary>Rows in the first export of each office.</summary>
    public IReadOnlyList<int> Rows => _rows;

    public static SamplePlan Make(SampleOptions options, IReadOnlyList<OfficePlaces> offices)
    {
        var plan = new SamplePlan(OfficeShare.Divide(options.Voters, options.Offices));
        plan.PlantDuplicates(options, offices);
        plan.PlantOverHundreds(options.OverHundreds ?? Math.Max(8, options.Voters / 2_500));
        plan.PlantBroken(options.BrokenRows ?? Math.Max(Kinds.Length, options.Voters / 800));
        return plan;
    }

    /// <summary>The planted rows of an office by their index among its voters, spread over the whole list.</summary>
    public Dictionary<int, Plant> PlacesOf(int office, ulong seed)
    {
        var plants = _plants[office].ToArray();
        var random = SplitMix.For(seed, 0x91A7 + (ulong)office);
        for (var i = plants.Length - 1; i > 0; i--)
        {
            var j = random.Below(i + 1);
            (plants[i], plants[j]) = (plants[j], plants[i]);
        }

        var placed = new Dictionary<int, Plant>(plants.Length);
        for (var i = 0; i < plants.Length; i++)
        {
            var index = (int)((i + 1L) * _rows[office] / (plants.Length + 1L));
            placed.Add(index, plants[i]);
            if (plants[i] is BrokenPlant { Kind: BrokenKind.NikRepeated } repeated)
                placed.Add(index + 1, repeated with { Second = true });
        }

        return placed;
    }

    private void PlantDuplicates(SampleOptions options, IReadOnlyList<OfficePlaces> offices)
    {
        var people = new SharedPeople(options);
        var provinces = offices.Select((o, i) => (Index: i, Province: o.Office[..2])).GroupBy(o => o.Province)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Select(o => o.Index).ToArray()).ToArray();
        var abroad = provinces.Skip(1).SelectMany(p => p).ToArray();
        for (var i = 0; i < options.DuplicatesBetweenProvinces && abroad.Length > 0; i++)
        {
            var (first, second) = (provinces[0][i % provinces[0].Length], abroad[i % abroad.Length]);
            PlantPair(people.Make(DuplicateReach.BetweenProvinces, i % 6 == 5 ? "K2" : "K1", offices[i % 2 == 0 ? first : second]), first, second);
        }

        for (var i = 0; i < options.OtherDuplicates; i++)
        {
            var first = provinces[0][i / 2 % provinces[0].Length];
            if (i % 2 == 1)
                PlantPair(people.Make(DuplicateReach.InsideOffice, "K3", offices[first]), first, first);
            else if (provinces[0].Length > 1)
                PlantPair(people.Make(DuplicateReach.BetweenOffices, "K1", offices[first]), first, provinces[0][((i / 2) + 1) % provinces[0].Length]);
        }
    }

    private void PlantPair(SharedPerson person, int first, int second)
    {
        if (!HasRoom(first, 2) || !HasRoom(second, 2))
            return;
        _plants[first].Add(new DuplicatePlant(person, Second: false));
        _plants[second].Add(new DuplicatePlant(person, Second: true));
    }

    private void PlantOverHundreds(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var office = i % _rows.Length;
            if (HasRoom(office, 1))
                _plants[office].Add(new OverHundredPlant(Verified: i % 2 == 1, VerifiedLater: i % 4 != 2));
        }
    }

    private void PlantBroken(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var office = ((i % Kinds.Length) + (i / Kinds.Length * 3)) % _rows.Length;
            if (HasRoom(office, 2))
                _plants[office].Add(new BrokenPlant(Kinds[i % Kinds.Length], Mended: i % 2 == 0));
        }
    }

    private bool HasRoom(int office, int count) => (_plants[office].Count + count) * OrdinaryPerPlant <= _rows[office];
}
