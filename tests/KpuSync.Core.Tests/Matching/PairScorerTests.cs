using KpuSync.Core.Duplicates.Matching;
using KpuSync.Rules.Registry;

namespace KpuSync.Core.Tests.Matching;

public class PairScorerTests
{
    private readonly PairScorer _scorer = new(new MatchOptions());

    [Fact]
    public void Score_NumberIssuedAnew_OpensACaseAndSaysWhy()
    {
        var score = _scorer.Score(People.One(), People.IssuedAnew());

        _scorer.OpensCase(score).ShouldBeTrue();
        MatchReasonCodes.Of(score.Reasons).ShouldBe(["NAME_EQUAL", "BIRTH_DATE_EQUAL", "NIK_SERIAL_ONLY", "NKK_EQUAL", "BIRTH_PLACE_EQUAL", "SEX_EQUAL"]);
    }

    [Theory]
    [InlineData("HJ. ST. NURHALISA, S.PD.")]      // A title, a short form, a degree and a letter.
    [InlineData("NURHALIZA SITI")]
    [InlineData("SITINURHALIZA")]
    [InlineData("SITI NOERHALIZA")]
    [InlineData("NURHALIZA")]
    public void Score_NameWrittenOtherwise_OpensACase(string name) =>
        _scorer.OpensCase(_scorer.Score(People.One(), People.IssuedAnew(other => other.Name = name))).ShouldBeTrue();

    [Theory]
    [InlineData("1981-03-21", MatchReasons.BirthYearNear)]
    [InlineData("1986-03-21", MatchReasons.BirthDatePartly)]
    public void Score_BirthDateSlightlyOff_OpensACase(string birthDate, MatchReasons expected)
    {
        var score = _scorer.Score(People.One(), People.IssuedAnew(other => other.BirthDate = birthDate));

        score.Reasons.HasFlag(expected).ShouldBeTrue();
        _scorer.OpensCase(score).ShouldBeTrue();
    }

    [Fact]
    public void Score_DayAndMonthSwapped_OpensACase()
    {
        var score = _scorer.Score(People.One(one => one.BirthDate = "1980-03-11"), People.IssuedAnew(other => other.BirthDate = "1980-11-03"));

        score.Reasons.HasFlag(MatchReasons.BirthDayMonthSwapped).ShouldBeTrue();
        _scorer.OpensCase(score).ShouldBeTrue();
    }

    [Fact]
    public void Score_MovedWithNewCardAndNumber_OpensACase() =>
        _scorer.OpensCase(_scorer.Score(People.One(one => one.Name = "HALIMAH NURJANNAH"), People.IssuedAnew(other =>
        {
            other.Name = "HALIMAH NURJANAH";
            People.Move(other);
        }))).ShouldBeTrue();

    // Twins share all but the name, and their numbers follow each other.
    [Theory]
    [InlineData("SITI NURHALIZA", "SITI AISYAH")]
    [InlineData("RINA", "RINI")]
    [InlineData("RIZKA AMELIA", "RIZKI AMELIA")]
    [InlineData("HASAN", "HUSEN")]
    [InlineData("MUHAMMAD HASAN", "MUHAMMAD HUSEN")]
    [InlineData("WULANDARI", "WULANSARI")]
    public void Score_Twins_OpensNoCase(string one, string other) =>
        _scorer.OpensCase(_scorer.Score(People.One(first => first.Name = one), People.IssuedAnew(second => second.Name = other))).ShouldBeFalse();

    // Name and birth date alone never decide: over a nation nearly all such pairs are two people.
    [Theory]
    [InlineData("SITI AMINAH")]
    [InlineData("BAIQ NURHALIZA RAHMAWATI HANDAYANI")]
    public void Score_NamesakeWithOneBirthDateFromAnotherTown_OpensNoCase(string name)
    {
        var score = _scorer.Score(People.One(one => one.Name = name), People.IssuedAnew(other =>
        {
            other.Name = name;
            other.Nik = "5204086103800001";
            other.BirthPlace = "SUMBAWA BESAR";
            People.Move(other);
        }));

        score.Reasons.HasFlag(MatchReasons.NameEqual | MatchReasons.BirthDateEqual).ShouldBeTrue();
        _scorer.OpensCase(score).ShouldBeFalse();
    }

    [Fact]
    public void Score_NamesakesOfOneRegencyBornOnTheFirstOfJanuary_OpensNoCase() =>
        _scorer.OpensCase(_scorer.Score(People.One(one => one.BirthDate = "1950-01-01"), People.IssuedAnew(other =>
        {
            other.BirthDate = "1950-01-01";
            People.Move(other);
        }))).ShouldBeFalse();

    [Theory]
    [InlineData("2001-08-05")]
    [InlineData("2005-03-21")]                     // Born on the parent's own day.
    public void Score_ParentAndChildWithOneName_OpensNoCase(string birthDate) =>
        _scorer.OpensCase(_scorer.Score(People.One(), People.One(child =>
        {
            child.Nik = "5201016103050001";
            child.BirthDate = birthDate;
        }))).ShouldBeFalse();

    [Fact]
    public void Score_NameOfTitlesAlone_SaysNothingByName()
    {
        var score = _scorer.Score(People.One(one => one.Name = "HJ."), People.IssuedAnew(other => other.Name = "HJ."));

        score.Reasons.HasFlag(MatchReasons.NameEmpty).ShouldBeTrue();
        _scorer.OpensCase(score).ShouldBeFalse();
    }

    [Theory]
    [InlineData("5201016103810001", MatchReasons.NikNear)]         // A digit of the date.
    [InlineData("5201016130800001", MatchReasons.NikNear)]         // Neighbours swapped in it.
    [InlineData("5291016103800001", MatchReasons.NikNear)]         // A region that never was: a slip.
    [InlineData("5201026103800001", MatchReasons.NikRegionOnly)]   // The next district.
    [InlineData("5201016103809999", MatchReasons.NikSerialOnly)]
    [InlineData("5271026103800013", MatchReasons.NikDifferent)]
    public void Score_NikOfOneBirthDate_FindsTheSlip(string nik, MatchReasons expected) =>
        _scorer.Score(People.One(), People.One(other => other.Nik = nik)).Reasons.HasFlag(expected).ShouldBeTrue();

    // A brother a year younger has a number that differs in the year's digit: no slip where the records differ as well.
    [Fact]
    public void Score_NikAndRecordDifferInTheYear_IsAnotherNik() =>
        _scorer.Score(People.One(), People.One(other => (other.Nik, other.BirthDate) = ("5201016103810001", "1981-03-21"))).Reasons
            .HasFlag(MatchReasons.NikDifferent).ShouldBeTrue();

    [Theory]
    [InlineData("KOTA MATARAM", "MATARAM", MatchReasons.BirthPlaceEqual)]
    [InlineData("KAB. LOMBOK BARAT", "LOMBOK BARAT", MatchReasons.BirthPlaceEqual)]
    [InlineData("GERUNG", "GERONG", MatchReasons.BirthPlaceSimilar)]
    [InlineData("GERUNG", "PRAYA", MatchReasons.BirthPlaceDifferent)]
    public void Score_BirthPlaces_AreComparedWithoutTheirKind(string one, string other, MatchReasons expected) =>
        _scorer.Score(People.One(first => first.BirthPlace = one), People.IssuedAnew(second => second.BirthPlace = other)).Reasons.HasFlag(expected).ShouldBeTrue();

    [Fact]
    public void Score_PairTurned_IsTheSame()
    {
        var (a, b) = (People.One(one => one.Name = "INAQ ROHIATI ZULIANI"), People.IssuedAnew(other => other.Name = "ROHIATI INAQZULYANI"));

        _scorer.Score(b, a).ShouldBe(_scorer.Score(a, b));
    }

    [Fact]
    public void Constructor_ProbabilityOutOfRange_IsRefused() =>
        Should.Throw<InvalidOperationException>(() =>
            new PairScorer(new MatchOptions { OneCard = new MatchOptions().OneCard with { SexEqual = new Likelihood(1, 0) } }));

    [Fact]
    public void ReasonCodes_EveryReason_HasOneOfItsOwn()
    {
        var reasons = Enum.GetValues<MatchReasons>().Where(reason => reason != MatchReasons.None).ToList();

        reasons.Select(reason => MatchReasonCodes.Of(reason).ShouldHaveSingleItem()).ShouldBe(MatchReasonCodes.All);
        MatchReasonCodes.All.Distinct().Count().ShouldBe(reasons.Count);
    }

    // NIK_EQUAL is K1's and K2's, which are not scored.
    [Fact]
    public void ReasonCodes_All_HaveWords() =>
        CaseReasons.Codes.Except(["NIK_EQUAL"]).ShouldBe(MatchReasonCodes.All, ignoreOrder: true);
}
