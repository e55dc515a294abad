using KpuSync.Core.Duplicates.Matching;

namespace KpuSync.Core.Tests.Matching;

public class BlockingKeysTests
{
    // The keys stand in the database: other values for the same person would hide everybody who is there. A release that changes these needs `scan --from-start`.
    [Fact]
    public void Of_Person_GivesTheValuesThatStandInDatabases()
    {
        BlockingKeys.Of(People.One()).ShouldBe(
        [
            new(BlockingKind.FamilyCard, 1724778752138281041),
            new(BlockingKind.DateAndPlace, 3902769075451815601),
            new(BlockingKind.DateAndWord, 3323940085356478483),
            new(BlockingKind.DayAndWord, 5055690719551890391),
        ]);
    }

    // An index is written a page at a time: keys of one area that lie together make a change of one office touch few pages.
    [Fact]
    public void Of_PeopleOfOneArea_LieTogether()
    {
        var one = BlockingKeys.Of(People.One()).ToDictionary(key => key.Kind, key => key.Value >> 40);
        var other = BlockingKeys.Of(People.One(person => (person.Name, person.BirthDate, person.Nkk) = ("AHMAD FAUZI", "1971-07-05", "5201011207150031")))
            .ToDictionary(key => key.Kind, key => key.Value >> 40);

        one.Keys.Where(kind => kind != BlockingKind.DateAndWord).ShouldAllBe(kind => one[kind] == other[kind]);
    }

    [Fact]
    public void Of_DayAndMonthSwapped_AreTheSameButForTheCard()
    {
        var one = BlockingKeys.Of(People.One(person => person.BirthDate = "1980-03-11"));

        BlockingKeys.Of(People.IssuedAnew(person => person.BirthDate = "1980-11-03")).ShouldBe(one);
    }

    [Fact]
    public void Of_YearOffAndNewCard_ShareTheDay() =>
        Shared(person => (person.BirthDate, person.Nkk) = ("1981-03-21", "5201010203210009")).ShouldBe([BlockingKind.DayAndWord]);

    [Fact]
    public void Of_YearOffAndOtherName_ShareTheCard() =>
        Shared(person => (person.BirthDate, person.Name) = ("1988-03-21", "FATIMAH")).ShouldBe([BlockingKind.FamilyCard]);

    [Theory]
    [InlineData("NURHALISA", BlockingKind.DateAndWord)]            // Dropped and spelt otherwise; heard alike.
    [InlineData("NOERHALIZA SITI", BlockingKind.DateAndWord)]
    [InlineData("SITI NURHAKUZA", BlockingKind.DateAndPlace)]      // Heard otherwise; the first letter stays.
    [InlineData("SITINURHALIZA", BlockingKind.DateAndPlace)]
    public void Of_NewCardAndOtherSpelling_ShareTheDate(string name, BlockingKind expected) =>
        Shared(person => (person.Name, person.Nkk) = (name, "5201010203210009")).ShouldContain(expected);

    // Thousands share the first of January of a year: a key of that date would be passed over, or flood the index.
    [Fact]
    public void Of_FirstOfJanuary_HasOnlyCardAndFullName() =>
        BlockingKeys.Of(People.One(person => person.BirthDate = "1950-01-01")).Select(key => key.Kind)
            .ShouldBe([BlockingKind.FamilyCard, BlockingKind.NameAndPlace]);

    [Fact]
    public void Of_NameOfTitlesAlone_HasOnlyTheCard() =>
        BlockingKeys.Of(People.One(person => person.Name = "HJ.")).Select(key => key.Kind).ShouldBe([BlockingKind.FamilyCard]);

    // MUHAMMAD with a birth date is shared by far too many, where another word tells more.
    [Fact]
    public void Of_FrequentWordBesideAnother_IsNoKey() =>
        BlockingKeys.Of(People.One(person => person.Name = "MUHAMMAD RIZKI")).Count(key => key.Kind == BlockingKind.DateAndWord).ShouldBe(1);

    [Fact]
    public void Of_LongName_HasAtMostCountMax()
    {
        var keys = BlockingKeys.Of(People.One(person => person.Name = "AHMAD ZULKARNAIN HIDAYATULLAH RAMDANI PRATAMA"));

        keys.Count.ShouldBe(BlockingKeys.CountMax);
        keys.Distinct().Count().ShouldBe(keys.Count);
    }

    private static IReadOnlyList<BlockingKind> Shared(Action<Contracts.V1.VoterRecord> change) =>
        [.. BlockingKeys.Of(People.One()).Intersect(BlockingKeys.Of(People.IssuedAnew(change))).Select(key => key.Kind).Distinct()];
}
