using System.Globalization;
using KpuSync.Samples.Numbers;
using KpuSync.Samples.People;
using KpuSync.Samples.Places;

namespace KpuSync.Samples.Planting;

/// <summary>Makes people who are registered twice.</summary>
internal sealed class SharedPeople(SampleOptions options)
{
    private const int SerialCount = 99;
    private readonly HashSet<long> _taken = [];
    private SplitMix _random = SplitMix.For(options.Seed, 0xD0B1E);
    private int _made;

    /// <summary>Makes one person whose number was issued in the region of <paramref name="home"/>.</summary>
    public SharedPerson Make(DuplicateReach reach, string duplicateClass, OfficePlaces home)
    {
        var female = _random.Chance(5_000);
        var birth = options.ReferenceDate.AddYears(-_random.Between(19, 70)).AddDays(-_random.Below(365));
        var (name, variant) = NameAndVariant(female);
        var district = _random.Pick(home.DistrictNumbers);
        var nik = FreeNik(district, birth, female);
        _made++;
        return new SharedPerson(
            string.Create(CultureInfo.InvariantCulture, $"dup-{_made:00}"), reach, duplicateClass,
            nik, duplicateClass == "K3" ? FreeNik(district, birth, female) : nik,
            name, SecondName(duplicateClass, name, variant, female),
            female, birth, _random.Pick(home.BirthPlaces));
    }

    // K2 is one number on two names; a name that is only spelt otherwise is the same one.
    private string SecondName(string duplicateClass, string name, string variant, bool female) => duplicateClass switch
    {
        "K1" => name,
        "K2" => NameAndVariant(female).Name,
        _ => variant,
    };

    // The variants are those that registries really have: a shortened first name, and two words written as one.
    private (string Name, string Variant) NameAndVariant(bool female)
    {
        if (female)
        {
            var second = _random.Pick(NamePools.FemaleSecond);
            var third = _random.Pick(NamePools.FemaleSecond);
            return ($"NUR {second} {third}", $"NUR{second} {third}");
        }

        var tail = $"{_random.Pick(NamePools.MaleSecond)} {_random.Pick(NamePools.MaleSecond)}";
        return ($"MUHAMMAD {tail}", $"MOH. {tail}");
    }

    private long FreeNik(int district, DateOnly birth, bool female)
    {
        for (var serial = NikMaker.SharedSerialFirst + _random.Below(SerialCount); ; serial = NikMaker.SharedSerialFirst + _random.Below(SerialCount))
        {
            var nik = NikMaker.Compose(district, birth, female, serial);
            if (_taken.Add(nik))
                return nik;
        }
    }
}
