using KpuSync.Samples.Numbers;
using KpuSync.Samples.Places;

namespace KpuSync.Samples.People;

/// <summary>Makes the voters of one office household by household, village by village: always the same ones for the same seed.</summary>
internal sealed class HouseholdMaker(SampleOptions options, OfficePlaces places, NikMaker niks, ulong seed)
{
    public const int MembersMax = 6;
    private readonly Voter[] _members = [.. Enumerable.Range(0, MembersMax).Select(_ => new Voter())];
    private readonly NamesakeGuard _namesakes = new();
    private SplitMix _random = SplitMix.For(seed, ulong.Parse(places.Office, System.Globalization.CultureInfo.InvariantCulture));
    private int _households;
    private long _dpid = long.Parse(places.Office, System.Globalization.CultureInfo.InvariantCulture) * 100_000_000;

    /// <summary>Makes the next household of a village.</summary>
    /// <param name="village">Index of the village.</param>
    /// <param name="station">Polling station number.</param>
    /// <param name="room">Most members that it may have.</param>
    /// <returns>Its members; overwritten by the next call.</returns>
    public ReadOnlySpan<Voter> Next(int village, int station, int room)
    {
        var custom = NameMaker.CustomFor(places.Office, ref _random);
        var noble = custom == NameCustom.Sasak && _random.Chance(1_400);
        var count = 0;
        var headAge = 24 + _random.Below(48);
        var kind = _random.Below(100);
        if (kind < 68)
        {
            AddMember(ref count, room, custom, false, headAge, 'S', noble);
            AddMember(ref count, room, custom, true, Math.Max(19, headAge - 4 + _random.Below(7)), 'S', noble);
        }
        else if (kind < 84)
        {
            AddMember(ref count, room, custom, _random.Chance(4_500), headAge, 'B', noble);
        }
        else
        {
            AddMember(ref count, room, custom, _random.Chance(7_500), Math.Min(94, headAge + 12), 'P', noble);
        }

        var children = headAge < 40 ? 0 : _random.Below(4);
        for (var i = 0; i < children; i++)
        {
            var age = 17 + _random.Below(Math.Min(20, headAge - 36));
            AddMember(ref count, room, custom, _random.Chance(5_000), age, 'B', noble);
        }

        if (_random.Chance(700))
            AddMember(ref count, room, custom, _random.Chance(6_500), Math.Min(94, headAge + 22), 'P', noble);
        if (_random.Chance(40))
            AddMember(ref count, room, custom, true, 16, 'S', noble);

        Settle(count, village, station);
        return _members.AsSpan(0, count);
    }

    /// <summary>A person of a given age, with a name, a birth date and an identity number, for a row that is planted or added later.</summary>
    public void MakePerson(Voter voter, int age, char marital, bool later, ref SplitMix random)
    {
        var custom = NameMaker.CustomFor(places.Office, ref random);
        Describe(voter, custom, random.Chance(5_000), age, marital, custom == NameCustom.Sasak && random.Chance(1_400), ref random);
        Number(voter, DistrictOf(voter.Village), later, ref random);
    }

    /// <summary>The district of a village as the first 6 digits of an identity number.</summary>
    public int DistrictOf(int village) => places.DistrictNumbers[places.Villages[village].District];

    private void AddMember(ref int count, int room, NameCustom custom, bool female, int age, char marital, bool noble)
    {
        if (count < Math.Min(room, MembersMax))
            Describe(_members[count++], custom, female, age, marital, noble, ref _random);
    }

    private void Describe(Voter voter, NameCustom custom, bool female, int age, char marital, bool noble, ref SplitMix random)
    {
        voter.Female = female;
        voter.Marital = marital;
        voter.Birth = BirthAt(age, ref random);
        voter.BirthPlace = random.Pick(places.BirthPlaces);
        NameMaker.Write(voter.Name, custom, female, age, noble, ref random);
        while (!_namesakes.TryTake(voter.Name.Span, voter.Birth))
            voter.Birth = voter.Birth.AddDays(-1);
        voter.Disability = random.Chance(90) ? random.Between(1, 6) : 0;
        voter.CardHeld = age > 17 || random.Chance(4_000);
        voter.Source = age <= 17 ? "DP4 PEMILIH PEMULA" : "DPT PILKADA 2024";
    }

    // Civil registries wrote the first of January where the day was not known: very many elderly people share it.
    private DateOnly BirthAt(int age, ref SplitMix random)
    {
        var birth = options.ReferenceDate.AddYears(-age).AddDays(-random.Below(365));
        return age > 45 && random.Chance(400) ? new DateOnly(birth.Year, 1, 1) : birth;
    }

    private void Settle(int count, int village, int station)
    {
        var district = DistrictOf(village);
        var recorded = options.ReferenceDate.AddDays(-random(20 * 365));
        var nkk = NikMaker.Compose(district, recorded, female: false, (_households++ % 9_999) + 1);
        var rt = _random.Between(1, 12);
        var rw = _random.Below(8);
        var street = _random.Chance(4_500);
        var place = street ? _random.Pick(NamePools.Streets) : _random.Pick(NamePools.Hamlets);
        var house = _random.Between(1, 180);
        foreach (var voter in _members.AsSpan(0, count))
        {
            voter.Nkk = nkk;
            voter.Village = village;
            voter.PollingStation = station;
            voter.Rt = rt;
            voter.Rw = rw;
            voter.Dpid = ++_dpid;
            voter.Address.Set(street ? "JL. " : "DUSUN ");
            voter.Address.Add(place);
            if (street)
            {
                voter.Address.Add(" NO. ");
                voter.Address.Add(house);
            }

            Number(voter, district, later: false, ref _random);
        }

        int random(int below) => _random.Below(below);
    }

    private void Number(Voter voter, int district, bool later, ref SplitMix random)
    {
        // A birth date that was corrected later, or a day without + 40: the number keeps what it was issued with.
        var issuedBirth = random.Chance(25) ? voter.Birth.AddDays(random.Between(1, 300)) : voter.Birth;
        var issuedFemale = voter.Female ^ random.Chance(5);
        var from = random.Chance(900) ? random.Pick(places.DistrictNumbers) : district;
        voter.Nik = random.Chance(600)
            ? niks.FromElsewhere(places.FarDistricts, issuedBirth, issuedFemale, later, ref random)
            : later ? niks.LaterNative(from, issuedBirth, issuedFemale, ref random)
            : niks.Native(from, issuedBirth, issuedFemale, ref random);
    }
}
