namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Finds whom to compare with whom: two people are compared if they share a key.</summary>
/// <remarks>
/// Chosen so that blocks stay small in a register of millions, and so that a pair with three slips of different kinds still shares one. Nobody is indexed
/// by a date of the first of January with anything that many share. docs/adr/0007 has the figures. The keys stand in databases: a release that gives others
/// must say in its notes that <c>kpusync-server scan --from-start</c> is to be run.
/// </remarks>
public static class BlockingKeys
{
    /// <summary>The most keys that a person has.</summary>
    public const int CountMax = 6;

    private const int WordsMax = 2;

    // A year that is one off stays among the same eight years in seven of eight cases, and a block is a tenth of what all years would make.
    private const int YearsTogether = 8;
    private const long NkkBelowRegion = 10_000_000_000;

    /// <summary>The keys of a person, 1 to <see cref="CountMax"/>, no value twice.</summary>
    public static IReadOnlyList<BlockingKey> Of(Person person)
    {
        ArgumentNullException.ThrowIfNull(person);
        var keys = new List<BlockingKey>(CountMax);
        var day = AnyOrder(person.BirthDate);
        var date = (person.BirthDate.Year * 10_000L) + day;
        var place = KeyHash.Of(person.BirthPlace);
        if (person.Nkk.Value != 0)
            Add(keys, new KeyHash(BlockingKind.FamilyCard, person.Nkk.Value / NkkBelowRegion).With(person.Nkk.Value).With(day));
        if (person.HasUnknownBirthDay)
        {
            if (!person.Name.IsEmpty)
                Add(keys, new KeyHash(BlockingKind.NameAndPlace, place).With(person.Name.Key));
        }
        else
        {
            if (!person.Name.IsEmpty)
                Add(keys, new KeyHash(BlockingKind.DateAndPlace, place).With(date).With(person.Name.Letters[0]));
            AddWords(keys, person, date, day, place);
        }

        return keys;
    }

    // The two longest words that are not on everybody's card; of a name that has no other, the longest of those.
    private static void AddWords(List<BlockingKey> keys, Person person, long date, int day, long place)
    {
        var words = person.Words.OrderBy(word => word.IsFrequent).ThenByDescending(word => word.Text.Length).ToArray();
        for (var i = 0; i < Math.Min(words.Length, WordsMax); i++)
        {
            if (i > 0 && words[i].IsFrequent)
                break;
            var sound = WordSound.Of(words[i].Text);
            Add(keys, new KeyHash(BlockingKind.DateAndWord, date).With(date).With(sound));
            Add(keys, new KeyHash(BlockingKind.DayAndWord, place).With(day).With(person.BirthDate.Year / YearsTogether).With(sound));
        }
    }

    /// <summary>Day and month with the smaller one first, so that swapping them changes nothing.</summary>
    private static int AnyOrder(DateOnly date) =>
        (Math.Min(date.Day, date.Month) * 100) + Math.Max(date.Day, date.Month);

    private static void Add(List<BlockingKey> keys, KeyHash hash)
    {
        var key = hash.ToKey();
        if (!keys.Contains(key))
            keys.Add(key);
    }
}
