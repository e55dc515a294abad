namespace KpuSync.TestKit.People;

/// <summary>Makes names: a few words that very many people have, and a long tail that is put together from parts, as real ones are.</summary>
internal sealed class NameMaker(Random random)
{
    public string Make(NameCustom custom, bool female, int age, bool noble)
    {
        var words = new List<string>(5);
        if (custom == NameCustom.Balinese)
        {
            words.Add(female ? "NI" : "I");
            words.Add(Pick(NameWordLists.BalineseOrder));
            words.Add(Composed(NameCustom.Balinese, female));
        }
        else
        {
            AddFirst(words, custom, female);
            if (noble)
                words.Insert(0, female ? Chance(20) ? "BQ." : "BAIQ" : Chance(20) ? "L." : "LALU");
        }

        if (age > 40 && custom != NameCustom.Balinese && Chance(6))
            words.Insert(0, female ? "HJ." : Chance(85) ? "H." : "TGH.");
        var name = string.Join(' ', words);
        return age > 22 && Chance(4) ? $"{name}, {Pick(NameWordLists.Degrees)}" : name;
    }

    /// <summary>A word that is a name by itself.</summary>
    public string Word(NameCustom custom, bool female) =>
        Chance(40) ? Skewed(female ? NameWordLists.FemaleWords : NameWordLists.MaleWords) : Composed(custom, female);

    private void AddFirst(List<string> words, NameCustom custom, bool female)
    {
        var opener = random.Next(100);
        if (custom == NameCustom.Sasak && opener < (female ? 26 : 40))
        {
            words.Add(Skewed(female ? NameWordLists.FemaleOpeners : NameWordLists.MaleOpeners));
            words.Add(Word(custom, female));
            if (Chance(25))
                words.Add(Word(custom, female));
            return;
        }

        words.Add(Word(custom, female));
        if (Chance(62))
            words.Add(Word(custom, female));
        if (words.Count == 2 && Chance(22))
            words.Add(Word(custom, female));
    }

    private string Composed(NameCustom custom, bool female)
    {
        var (starts, ends) = (custom, female) switch
        {
            (NameCustom.Javanese, false) => (NameWordLists.JavaneseMaleStarts, NameWordLists.JavaneseMaleEnds),
            (NameCustom.Javanese, true) => (NameWordLists.JavaneseFemaleStarts, NameWordLists.JavaneseFemaleEnds),
            (NameCustom.Balinese, _) => (NameWordLists.BalineseStarts, female ? NameWordLists.BalineseFemaleEnds : NameWordLists.BalineseMaleEnds),
            (_, false) => (NameWordLists.SasakMaleStarts, NameWordLists.SasakMaleEnds),
            _ => (NameWordLists.SasakFemaleStarts, NameWordLists.SasakFemaleEnds),
        };
        return Pick(starts) + Pick(ends);
    }

    private bool Chance(int percent) => random.Next(100) < percent;

    private string Pick(string[] from) => from[random.Next(from.Length)];

    // The first words of a list are many times as frequent as the last.
    private string Skewed(string[] from) => from[(int)(from.Length * Math.Pow(random.NextDouble(), 1.7))];
}
