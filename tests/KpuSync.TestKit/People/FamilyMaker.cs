using KpuSync.Contracts.V1;

namespace KpuSync.TestKit.People;

/// <summary>Makes families of voters: one card, one address, parents and grown-up children with ages that fit.</summary>
internal sealed class FamilyMaker(World world, Random random)
{
    private readonly NameMaker _names = new(random);

    public void AddTo(List<VoterRecord> records, int room)
    {
        var town = world.AnyTown();
        var custom = random.Next(100) switch { < 4 => NameCustom.Balinese, < 30 => NameCustom.Javanese, _ => NameCustom.Sasak };
        var noble = custom == NameCustom.Sasak && random.Next(100) < 12;
        var home = new VoterRecord();
        world.Settle(home, town);
        home.Nkk = world.NewCard(home.VillageCode[..6]);
        var headAge = random.Next(22, 75);
        var members = new List<(Sex Sex, int Age)>();
        if (random.Next(10) < 9)
            members.Add((Sex.Male, headAge));
        if (random.Next(10) < 8)
            members.Add((Sex.Female, Math.Max(18, headAge - 5 + random.Next(8))));
        for (var age = headAge - random.Next(19, 28); age >= 17 && members.Count < 6; age -= random.Next(1, 6))
            members.Add((random.Next(2) == 0 ? Sex.Male : Sex.Female, age));
        if (random.Next(12) == 0)
            members.Add((random.Next(3) == 0 ? Sex.Male : Sex.Female, Math.Min(96, headAge + random.Next(20, 30))));

        var childrenPlace = town.BirthPlace(random);
        foreach (var (sex, age) in members.Take(room))
        {
            var birth = world.BirthAt(age);
            var bornIn = random.Next(100) < 85 ? town : world.AnyTown();
            records.Add(new VoterRecord(home)
            {
                Nik = world.NewNik(random.Next(10) == 0 ? bornIn.Districts[random.Next(bornIn.Districts.Length)] : home.VillageCode[..6], birth, sex),
                Name = _names.Make(custom, sex == Sex.Female, age, noble),
                Sex = sex,
                BirthDate = DateTexts.Of(birth),
                BirthPlace = age < headAge - 15 ? childrenPlace : bornIn.BirthPlace(random),
                MaritalStatus = MaritalStatus.Married,
            });
        }
    }
}
