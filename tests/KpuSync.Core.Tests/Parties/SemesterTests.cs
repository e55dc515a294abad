using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using KpuSync.TestKit.Changes;
using static KpuSync.TestKit.Changes.PartyExamples;

namespace KpuSync.Core.Tests.Parties;

/// <summary>The check of a party per semester: tests begin in 2026-S2, and time moves on into 2027.</summary>
public class SemesterTests : PartyTests
{
    private const string Passed = "2026-S2";
    private const string Running = "2027-S1";

    [Fact]
    public async Task Check_RunningSemester_IsTheStateOfNowAndWhatMovedInIt()
    {
        await SetUpAsync(Voter(1), Voter(2), Voter(3), Member(1), Member(2));
        NextSemester();
        await PushAsync("5201", RemoveMember(1, MemberRemovalGround.Deceased), Member(3), Member(4));

        var check = await CheckAsync(Running);

        var asOfNow = await CheckAsync();
        asOfNow.Movement.ShouldBeNull();
        var movement = Taken(check);
        check.ShouldBe(asOfNow);
        (check.Members, check.Eligible, check.Mendable).ShouldBe((3, 2, 1));
        movement.ShouldBe(new SemesterMovement
        {
            Semester = Running,
            AsOfDate = "2027-03-04",
            MembersBefore = 2,
            EligibleBefore = 2,
            Entered = 2,
            Left = 1,
            Removals = { new RemovalCount { Ground = MemberRemovalGround.Deceased, Members = 1 } },
            Moves =
            {
                Move(MemberStatus.Unspecified, MemberStatus.Eligible),
                Move(MemberStatus.Unspecified, MemberStatus.Mendable),
                Move(MemberStatus.Eligible, MemberStatus.Unspecified),
            },
        });
    }

    // What came later changes nothing of a semester that is over, but for what the register says.
    [Fact]
    public async Task Check_PassedSemester_IsRebuiltFromTheVersions()
    {
        await SetUpAsync(Voter(1), Voter(2), Member(1), Member(2), Member(2, party: 8), Complaint(1, ComplaintFinding.Open));
        var then = await CheckAsync(Passed);
        then.Movement.Entered.ShouldBe(2);
        NextSemester();
        var police = Member(2);
        police.PartyMember.Occupation = MemberOccupation.Police;
        await PushAsync(
            "5201", Complaint(1, ComplaintFinding.Confirmed), RemoveMember(1), Statement(2, 8), police, Member(3), Member(1, card: "BARU-1"), RemoveMember(2, party: 8));

        var later = await CheckAsync(Passed);

        (then.Movement.AsOfDate, later.Movement.AsOfDate).ShouldBe(("2026-11-24", "2026-12-31"));
        then.Movement.AsOfDate = later.Movement.AsOfDate;
        later.ShouldBe(then);
        (later.Members, later.Mendable).ShouldBe((2, 2));
        (await CheckAsync(Running)).Movement.MembersBefore.ShouldBe(2);
    }

    [Fact]
    public async Task Check_RegisterThatChangedLater_CountsForAPassedSemesterAndMovesNobody()
    {
        await SetUpAsync(Member(1));
        NextSemester();
        await PushAsync("5201", Voter(1));

        (await CheckAsync(Passed)).Eligible.ShouldBe(1);
        (await CheckAsync(Running)).Movement.Moves.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_StatusesThatChanged_AreMovesOfThoseWhoStayed()
    {
        var young = Member(1);
        (young.PartyMember.BirthDate, young.PartyMember.MaritalStatus) = ("2010-01-15", MaritalStatus.NotMarried);
        await SetUpAsync(Voter(1), Voter(2), Voter(3), young, Member(2), Member(2, party: 8), Member(3));
        NextSemester();
        await PushAsync("5201", Statement(2, 6), Complaint(3, ComplaintFinding.Confirmed));

        var movement = (await CheckAsync(Running)).Movement;

        (movement.EligibleBefore, movement.MendableBefore, movement.NotEligibleBefore).ShouldBe((1, 1, 1));
        movement.Moves.ShouldBe(
        [
            Move(MemberStatus.Eligible, MemberStatus.NotEligible),     // The complaint was confirmed.
            Move(MemberStatus.Mendable, MemberStatus.Eligible),        // Of two parties the person named this one.
            Move(MemberStatus.NotEligible, MemberStatus.Eligible),     // 17 since 15 January.
        ]);
    }

    [Fact]
    public async Task Check_DoubleInAnotherOffice_CountsFromTheDayOnWhichItStoodThere()
    {
        await SetUpAsync(Voter(1), Member(1));
        NextSemester();
        await PushAsync("5202", Member(1, office: "5202", card: "X-1"));

        (await CheckAsync(Passed)).Eligible.ShouldBe(1);
        var check = await CheckAsync(Running);
        check.Findings.ShouldHaveSingleItem().Problems.ShouldHaveSingleItem().Problem.ShouldBe(MemberProblem.DoubleInParty);
        check.Movement.Moves.ShouldBe([Move(MemberStatus.Eligible, MemberStatus.Mendable)]);
    }

    // The office's calendar, not UTC: 5201 is WITA, so the semester ends at 16:00 UTC.
    [Theory]
    [InlineData(15, 0, 1)]
    [InlineData(16, 1, 0)]
    public async Task Check_AroundNewYear_GoesByTheOfficesCalendar(int hourUtc, int entered, int before)
    {
        await SetUpAsync();
        Core.Time.SetUtcNow(new DateTimeOffset(2026, 12, 31, hourUtc, 30, 0, TimeSpan.Zero));
        await PushAsync("5201", Member(1));
        Core.Time.SetUtcNow(new DateTimeOffset(2027, 1, 10, 0, 0, 0, TimeSpan.Zero));

        var movement = (await CheckAsync(Running)).Movement;

        (movement.Entered, movement.MembersBefore).ShouldBe((entered, before));
    }

    // The card went over to somebody else afterwards: the name must not.
    [Fact]
    public async Task Check_CardOfAnotherPersonByNow_ShowsTheOneOfThen()
    {
        await SetUpAsync(Member(1, card: "A-1"));
        NextSemester();
        await PushAsync("5201", new Change { PartyMemberRemoval = new PartyMemberRemoval { PartyNumber = Party, CardNumber = "A-1", Ground = MemberRemovalGround.MovedAway } });
        var other = Member(2, card: "A-1");
        other.PartyMember.Name = "ORANG LAIN";
        await PushAsync("5201", other);

        var finding = (await CheckAsync(Passed)).Findings.ShouldHaveSingleItem();

        (finding.CardNumber, finding.Nik, finding.Name).ShouldBe(("A-1", VoterExamples.NikOf(1), VoterExamples.Record(1).Name));
        var movement = (await CheckAsync(Running)).Movement;
        (movement.Left, movement.Entered, movement.Removals[0].Ground).ShouldBe((1, 1, MemberRemovalGround.MovedAway));
    }

    [Fact]
    public async Task Check_BeforeTheFirstEntry_IsAnEmptyList()
    {
        await SetUpAsync(Member(1));
        var check = await CheckAsync("2025-S1");
        (check.Members, check.Movement.MembersBefore, check.Movement.Moves.Count).ShouldBe((0, 0, 0));
    }

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-S3")]
    [InlineData("2026-Q3")]
    [InlineData("2026-10")]
    [InlineData("2027-S1")]     // Has not begun.
    public async Task Check_NoSemesterThatHasBegun_IsMalformed(string semester)
    {
        var answer = await Core.Get<CheckPartyHandler>().HandleAsync(
            Operator(), new CheckPartyRequest { OfficeCode = "5201", PartyNumber = Party, Semester = semester }, default);
        (answer.Error!.Reason, answer.Error.Metadata["field"]).ShouldBe((ErrorReason.RequestInvalid, "semester"));
    }

    private static Change Voter(int person) => VoterExamples.New(person);

    private static StatusMove Move(MemberStatus before, MemberStatus after) => new() { Before = before, After = after, Members = 1 };

    // Lets the rest of the answer be compared with one that has none.
    private static SemesterMovement Taken(CheckPartyResponse check)
    {
        var movement = check.Movement;
        check.Movement = null;
        return movement;
    }

    private async Task SetUpAsync(params Change[] changes)
    {
        await PushCentreAsync(Profile(), Profile(8));
        if (changes.Length > 0)
            (await PushAsync("5201", changes)).Counts.Applied.ShouldBe(changes.Length);
    }

    private void NextSemester() => Core.Time.Advance(TimeSpan.FromDays(100));

    private async Task<CheckPartyResponse> CheckAsync(string semester = "") =>
        (await Core.Get<CheckPartyHandler>().HandleAsync(
            Operator(), new CheckPartyRequest { OfficeCode = "5201", PartyNumber = Party, Semester = semester }, default)).Value;
}
