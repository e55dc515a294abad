using KpuSync.Samples.Numbers;

namespace KpuSync.Samples.People;

/// <summary>Puts names together the way each people of the islands does.</summary>
internal static class NameMaker
{
    /// <summary>Which names a household of an office has; neighbours are a minority everywhere.</summary>
    public static NameCustom CustomFor(string office, ref SplitMix random)
    {
        var local = office switch
        {
            "5204" or "5207" => NameCustom.Samawa,
            "5205" or "5206" or "5272" => NameCustom.Mbojo,
            _ when office.StartsWith("51", StringComparison.Ordinal) => NameCustom.Balinese,
            _ when office.StartsWith("52", StringComparison.Ordinal) => NameCustom.Sasak,
            _ => NameCustom.Javanese,
        };
        return random.Below(100) switch
        {
            < 88 => local,
            < 95 => NameCustom.Javanese,
            < 98 => NameCustom.Sasak,
            _ => NameCustom.Balinese,
        };
    }

    /// <summary>Writes a name; <paramref name="noble"/> households of Lombok carry LALU and BAIQ.</summary>
    public static void Write(TextLine name, NameCustom custom, bool female, int age, bool noble, ref SplitMix random)
    {
        name.Clear();
        if (age > 40 && custom != NameCustom.Balinese && random.Chance(900))
            name.Add(female ? "HJ." : random.Chance(800) ? "TGH." : "H.");
        if (noble)
            name.AddWord(female ? random.Chance(2_500) ? "BQ." : "BAIQ" : random.Chance(2_500) ? "L." : "LALU");
        switch (custom)
        {
            case NameCustom.Balinese:
                WriteBalinese(name, female, ref random);
                break;
            case NameCustom.Samawa when random.Chance(4_000):
                WriteFrom(name, female ? NamePools.SamawaFemale : NamePools.SamawaMale, female, ref random);
                break;
            case NameCustom.Mbojo when random.Chance(5_500):
                WriteFrom(name, female ? NamePools.MbojoFemale : NamePools.MbojoMale, female, ref random);
                break;
            case NameCustom.Javanese when random.Chance(8_000):
                WriteFrom(name, female ? NamePools.JavaneseFemale : NamePools.JavaneseMale, female, ref random);
                break;
            default:
                WriteFrom(name, female ? NamePools.FemaleFirst : NamePools.MaleFirst, female, ref random);
                break;
        }

        if (age is > 23 and < 65 && random.Chance(350))
        {
            name.Add(", ");
            name.Add(random.Pick(NamePools.Degrees));
        }
    }

    private static void WriteBalinese(TextLine name, bool female, ref SplitMix random)
    {
        name.AddWord(female ? "NI" : "I");
        name.AddWord(random.Pick(NamePools.BalineseOrder));
        name.AddWord(random.Pick(female ? NamePools.BalineseFemale : NamePools.BalineseMale));
    }

    // A third of the people have one name and nothing else.
    private static void WriteFrom(TextLine name, string[] first, bool female, ref SplitMix random)
    {
        var word = random.Pick(first);
        name.AddWord(word);
        var needsMore = word.Length < 3 || word.EndsWith('.') || word is "LALU" or "BAIQ" or "NUR" or "SITI" or "ABDUL" or "INAQ";
        if (!needsMore && random.Chance(3_300))
            return;
        name.AddWord(random.Pick(female ? NamePools.FemaleSecond : NamePools.MaleSecond));
        if (random.Chance(600))
            name.AddWord(random.Pick(female ? NamePools.FemaleSecond : NamePools.MaleSecond));
    }
}
