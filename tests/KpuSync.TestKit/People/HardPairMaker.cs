using KpuSync.Contracts.V1;

namespace KpuSync.TestKit.People;

/// <summary>Adds people who look like somebody who is there, a quarter of each kind.</summary>
internal sealed class HardPairMaker(World world, Random random)
{
    // A tenth of the twins have names that rhyme, a third share a word.
    private const int RhymingPercent = 10;
    private const int SharedWordPercent = 33;
    private static readonly HardKind[] Kinds = Enum.GetValues<HardKind>();
    private readonly NameMaker _names = new(random);

    public List<HardPair> AddTo(List<VoterRecord> records, int count)
    {
        var pairs = new List<HardPair>(count);
        var plain = records.Count;
        for (var i = 0; i < count; i++)
        {
            var first = random.Next(plain);
            var kind = Kinds[i % Kinds.Length];
            var second = kind switch
            {
                HardKind.Twins => TwinOf(records[first]),
                HardKind.Namesakes => NamesakeOf(records[first]),
                HardKind.FirstOfJanuary => NeighbourOf(records[first]),
                _ => ChildOf(records[first]),
            };
            pairs.Add(new HardPair(first, records.Count, kind));
            records.Add(second);
        }

        return pairs;
    }

    private VoterRecord TwinOf(VoterRecord first)
    {
        var second = first.Clone();
        var dice = random.Next(100);
        if (dice < RhymingPercent)
        {
            var (one, other, female) = NameWordLists.TwinNames[random.Next(NameWordLists.TwinNames.Length)];
            (first.Name, second.Name) = (one, other);
            if ((first.Sex == Sex.Female) != female)
                ChangeSex(first);
            second.Sex = first.Sex;
        }
        else
        {
            if (random.Next(100) < 35)
                second.Sex = first.Sex == Sex.Female ? Sex.Male : Sex.Female;
            var words = first.Name.Split(',')[0].Split(' ');
            var fresh = OtherWord(first.Name, second.Sex);
            second.Name = dice < RhymingPercent + SharedWordPercent && words.Length > 1 && second.Sex == first.Sex ? $"{words[0]} {fresh}" : $"{fresh} {OtherWord(first.Name, second.Sex)}";
        }

        second.Nik = world.NewNik(first.Nik[..6], DateTexts.Read(first.BirthDate), second.Sex);
        return second;
    }

    private void ChangeSex(VoterRecord voter)
    {
        voter.Sex = voter.Sex == Sex.Female ? Sex.Male : Sex.Female;
        voter.Nik = world.NewNik(voter.Nik[..6], DateTexts.Read(voter.BirthDate), voter.Sex);
    }

    private string OtherWord(string name, Sex sex)
    {
        for (; ; )
        {
            var word = _names.Word(NameCustom.Sasak, sex == Sex.Female);
            if (!name.Contains(word, StringComparison.Ordinal))
                return word;
        }
    }

    private VoterRecord NamesakeOf(VoterRecord first)
    {
        var second = first.Clone();
        var town = world.OtherTown(first);
        world.Settle(second, town);
        do
            second.BirthPlace = town.BirthPlace(random);
        while (second.BirthPlace == first.BirthPlace);
        second.Nkk = world.NewCard(second.VillageCode[..6]);
        second.Nik = world.NewNik(second.VillageCode[..6], DateTexts.Read(first.BirthDate), first.Sex);
        return second;
    }

    private VoterRecord NeighbourOf(VoterRecord first)
    {
        var birth = new DateOnly(DateTexts.Read(first.BirthDate).Year, 1, 1);
        first.BirthDate = DateTexts.Of(birth);
        first.Nik = world.NewNik(first.Nik[..6], birth, first.Sex);
        var second = first.Clone();
        var town = world.TownOf(first);
        world.Settle(second, town);
        second.Nkk = world.NewCard(second.VillageCode[..6]);
        second.Nik = world.NewNik(second.VillageCode[..6], birth, first.Sex);
        if (random.Next(2) == 0)
            second.Name = $"{first.Name.Split(',')[0].Split(' ')[0]} {OtherWord(first.Name, first.Sex)}";
        if (random.Next(2) == 0)
            second.BirthPlace = town.BirthPlace(random);
        return second;
    }

    private VoterRecord ChildOf(VoterRecord first)
    {
        var born = DateTexts.Read(first.BirthDate);
        var years = random.Next(17, 40);
        var age = World.Today.Year - born.Year;
        var birth = random.Next(20) == 0 ? born.AddYears(age > 45 ? years : -years) : world.BirthAt(age > 45 ? Math.Max(17, age - years) : age + years);
        var second = first.Clone();
        second.BirthDate = DateTexts.Of(birth);
        second.Nik = world.NewNik(first.Nik[..6], birth, first.Sex);
        if (random.Next(10) < 3)
            second.Nkk = world.NewCard(first.VillageCode[..6]);
        return second;
    }
}
