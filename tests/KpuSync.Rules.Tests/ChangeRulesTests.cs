using CsCheck;
using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using static KpuSync.Rules.Tests.ValidChanges;

namespace KpuSync.Rules.Tests;

public class ChangeRulesTests
{
    private static readonly ChangeRules Rules = ChangeRules.Default;

    public static TheoryData<string> Examples => [.. RuleExamples.All.Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Check_OneFieldSpoiled_NamesThatRuleAndField(string name)
    {
        var example = RuleExamples.All.Single(example => example.Name == name);
        var transfers = new VillageTransfers();
        transfers.Load([RuleExamples.Renamed, RuleExamples.WentAway]);
        var violation = new ChangeRules(new CurrentRegions(), transfers).Check(example.Change, example.Office, Today).ShouldHaveSingleItem();
        violation.Code.ShouldBe(example.Rule.Code);
        violation.FieldPath.ShouldBe(example.FieldPath);
        violation.Severity.ShouldBe(example.Rule.Severity);
        // A parameter without a value would show up as its name in braces.
        RuleRegistry.TextOf(violation, Language.Indonesian).ShouldNotContain("{");
        RuleRegistry.TextOf(violation, Language.English).ShouldNotContain("{");
    }

    [Fact]
    public void Examples_AllRulesOfAChange_HaveOne() =>
        RuleRegistry.ChangeRules.Select(rule => rule.Code).Except(RuleExamples.All.Select(example => example.Rule.Code)).ShouldBeEmpty();

    [Fact]
    public void Check_ValidChanges_HaveNoViolation()
    {
        Rules.Check(Upsert(), Office, Today).ShouldBeEmpty();
        Rules.Check(Removal(), Office, Today).ShouldBeEmpty();
        Rules.Check(NikChange(), Office, Today).ShouldBeEmpty();
        Rules.Check(ProgressReport(), Office, Today).ShouldBeEmpty();
        Rules.Check(ProgressPlan(), Office, Today).ShouldBeEmpty();
    }

    [Fact]
    public void Check_ValidPartyItems_HaveNoViolation()
    {
        Rules.Check(ValidParties.Profile(), OfficeCode.Centre, Today).ShouldBeEmpty();
        Rules.Check(ValidParties.Management(), Office, Today).ShouldBeEmpty();
        Rules.Check(ValidParties.PartyOffice(), Office, Today).ShouldBeEmpty();
        Rules.Check(ValidParties.Account(), Office, Today).ShouldBeEmpty();
        Rules.Check(ValidParties.Member(), Office, Today).ShouldBeEmpty();
        Rules.Check(ValidParties.MemberRemoval(), Office, Today).ShouldBeEmpty();
        Rules.Check(ValidParties.Statement(), Office, Today).ShouldBeEmpty();
        Rules.Check(ValidParties.Complaint(), Office, Today).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PartyLevel.Centre, "", "RI")]
    [InlineData(PartyLevel.Province, "52", "RI")]
    [InlineData(PartyLevel.Regency, "5201", "5201")]
    [InlineData(PartyLevel.District, "520101", "5201")]
    public void Check_ManagementOfEachLevel_StandsInTheLedgerOfItsOwn(PartyLevel level, string area, string office)
    {
        var management = ValidParties.WithManagement(m => (m.Level, m.AreaCode) = (level, area));
        Rules.Check(management, OfficeCode.Parse(office), Today).ShouldBeEmpty();
        Rules.Check(management, OfficeCode.Parse(office == "RI" ? "5201" : "RI"), Today).ShouldHaveSingleItem().FieldPath.ShouldBe("party_management.area_code");
    }

    // A civil servant of 16 is for the check of the party to report; refusing the row would hide it.
    [Fact]
    public void Check_MemberWhoMayNotBeOne_IsNotRefused() => Rules.Check(
        ValidParties.WithMember(m =>
        {
            (m.Occupation, m.MaritalStatus) = (MemberOccupation.CivilServant, MaritalStatus.NotMarried);
            (m.BirthDate, m.Nik) = ("2010-01-05", "5201010501100391");
        }),
        Office, Today).ShouldBeEmpty();

    public static TheoryData<string, Action<VoterRecord>> StillValid => new()
    {
        { "an old person, who is not held here but in the register's rules", v => Born(v, "1924-03-12", "5201011203240391") },
        { "130 years old", v => Born(v, "1896-01-05", "5201010501960391") },
        { "17 today", v => { Born(v, "2009-01-05", "5201010501090391"); v.MaritalStatus = MaritalStatus.NotMarried; } },
        { "16 and married", v => Born(v, "2010-01-05", "5201010501100391") },
        { "16 and once married", v => { Born(v, "2010-01-05", "5201010501100391"); v.MaritalStatus = MaritalStatus.OnceMarried; } },
        { "a woman's day + 40", v => { v.Sex = Sex.Female; v.Nik = "5201015203870391"; } },
        { "day + 50, seen in the wild", v => { v.Sex = Sex.Female; v.Nik = "5201016203870391"; } },
        { "day + 60, seen in the wild", v => v.Nik = "5201017203870391" },
        { "first registered in another province", v => v.Nik = "3171011203870391" },
        { "first registered in East Timor", v => v.Nik = "5401011203870391" },
        { "first registered in Merauke when it was Papua's 9101", v => v.Nik = "9101011203870391" },
        { "first registered in 520105, which went to Lombok Utara", v => v.Nik = "5201051203870391" },
        { "an NKK of 29 February 2012", v => v.Nkk = "5201012902120007" },
        { "no disability given: read as none", v => v.Disability = Disability.Unspecified },
        { "RT, RW and TPS not known", v => (v.Rt, v.Rw, v.PollingStation) = (0, 0, 0) },
        { "RT, RW and TPS at their highest", v => (v.Rt, v.Rw, v.PollingStation) = (999, 999, 999) },
        { "no address, DPID or source", v => (v.Address, v.Dpid, v.Source) = ("", "", "") },
        { "a one-letter name", v => v.Name = "U" },
        { "a name with marks and titles", v => v.Name = "H. MUH. NU'MAN, S.PD., M.M." },
        { "a name with a letter outside ASCII", v => v.Name = "ANDRÉ" },
        { "texts at their longest", v => (v.Name, v.BirthPlace, v.Address, v.Source) = (new('A', 100), new('A', 100), new('A', 200), new('A', 100)) },
    };

    [Theory]
    [MemberData(nameof(StillValid))]
    public void Check_UnusualButRight_HasNoViolation(string why, Action<VoterRecord> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        Rules.Check(With(make), Office, Today).ShouldBeEmpty(why);
    }

    private static void Born(VoterRecord voter, string birthDate, string nik) => (voter.BirthDate, voter.Nik) = (birthDate, nik);

    // The effective date decides about the age, not the day on which somebody types it in.
    [Fact]
    public void Check_UnderAgeOnAPastEffectiveDate_IsUnderAge()
    {
        var change = With(v => { Born(v, "2009-01-05", "5201010501090391"); v.MaritalStatus = MaritalStatus.NotMarried; });
        change.EffectiveDate = "2026-01-04";
        Rules.Check(change, Office, Today).ShouldHaveSingleItem().Code.ShouldBe(VoterRules.VoterUnderAge.Code);
    }

    [Fact]
    public void Check_SeveralThingsWrong_NamesThemInTheOrderOfTheFields()
    {
        var violations = Rules.Check(With(v => (v.Nik, v.Name, v.Rt) = ("", "", -1)), Office, Today);
        violations.Select(violation => violation.FieldPath).ShouldBe(["voter_upsert.voter.nik", "voter_upsert.voter.name", "voter_upsert.voter.rt"]);
    }

    [Fact]
    public void Check_EverythingWrong_NamesTwentyAtMost()
    {
        var change = new Change
        {
            Reference = new string('\t', 99),
            EffectiveDate = "?",
            IfRevision = new Revision { Index = -1 },
            Corrects = new ChangeRef { Index = -1 },
            VoterUpsert = new VoterUpsert { PreviousOfficeCode = "?", Verification = new Verification(), Voter = new VoterRecord { Rt = -1, Rw = -1, PollingStation = -1, Dpid = "?" } },
        };
        var violations = Rules.Check(change, Office, Today);
        violations.Count.ShouldBe(20);
        violations.ShouldAllBe(violation => violation.Severity == Severity.Error);
    }

    // Goal: a client of any language, or an attacker, cannot make the rules throw, and no violation tells what the field held.
    // Method: changes of arbitrary texts, numbers and unset fields, and bytes that parse as a change.
    [Fact]
    public void Check_ArbitraryMessages_NeverThrowsNorLeaks() => ArbitraryChanges.Any.Sample(change =>
    {
        var violations = Rules.Check(change, Office, Today);
        violations.Count.ShouldBeLessThanOrEqualTo(20);
        foreach (var violation in violations)
        {
            RuleRegistry.TryGet(violation.Code, out _).ShouldBeTrue();
            violation.Parameters.ShouldAllBe(parameter => parameter.Name == "max" || parameter.Name == "min" || parameter.Name == "office");
        }

        Rules.Check(change, default, DateOnly.MinValue).ShouldNotBeNull();
        Rules.Check(change, OfficeCode.Centre, DateOnly.MaxValue).ShouldNotBeNull();
    });

    // Goal: both sides may check a change that came over the wire. Method: spoil bytes of a valid one.
    [Fact]
    public void Check_SpoiledBytes_NeverThrows() => Gen.Select(Gen.Int[0, 200], Gen.Byte).Array[1, 5].Sample(spoils =>
    {
        var bytes = Upsert().ToByteArray();
        foreach (var (at, value) in spoils)
            bytes[at % bytes.Length] = value;
        Change change;
        try
        {
            change = Change.Parser.ParseFrom(bytes);
        }
        catch (InvalidProtocolBufferException)
        {
            return;
        }

        Rules.Check(change, Office, Today).ShouldNotBeNull();
    });
}
