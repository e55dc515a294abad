using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Parties;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using static KpuSync.TestKit.Changes.PartyExamples;

namespace KpuSync.Core.Tests.Parties;

/// <summary>The check of a party's members in an office: current as soon as something is pushed.</summary>
public class CheckPartyTests : PartyTests
{
    [Fact]
    public async Task Check_MemberInTheRegister_MeetsTheConditions()
    {
        await SetUpAsync(VoterExamples.New(1), Member(1));
        var check = await CheckAsync();
        (check.Members, check.Eligible, check.Needed, check.Population).ShouldBe((1, 1, 763, 762_757));
        check.Party.Name.ShouldBe("PARTAI CONTOH");
        check.Findings.ShouldBeEmpty();
        check.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Check_NotInTheRegister_IsMendableUntilTheVoterComes()
    {
        await SetUpAsync(Member(1));
        (await OnlyAsync()).ShouldBe("NotInRegister Mendable");
        await PushAsync("5201", VoterExamples.New(1));
        (await CheckAsync()).Eligible.ShouldBe(1);
    }

    // Somebody of another office's register is not told about: the answer is the same as for nobody's voter.
    [Fact]
    public async Task Check_VoterOfAnotherOffice_IsNotInTheRegister()
    {
        await SetUpAsync(Member(1));
        await PushAsync("5202", Registered("5202"));
        (await OnlyAsync()).ShouldBe("NotInRegister Mendable");
    }

    [Fact]
    public async Task Check_RegisteredAsDead_IsNotEligible()
    {
        await SetUpAsync(VoterExamples.New(1), Member(1), VoterExamples.Remove(VoterExamples.NikOf(1), RemovalGround.Deceased));
        (await OnlyAsync()).ShouldBe("Deceased NotEligible");
    }

    [Theory]
    [InlineData(MemberOccupation.CivilServant)]
    [InlineData(MemberOccupation.Military)]
    [InlineData(MemberOccupation.Police)]
    public async Task Check_OccupationThatExcludes_IsNotEligible(MemberOccupation occupation)
    {
        var member = Member(1);
        member.PartyMember.Occupation = occupation;
        await SetUpAsync(VoterExamples.New(1), member);
        (await OnlyAsync()).ShouldBe("Occupation NotEligible");
    }

    [Theory]
    [InlineData("2009-11-24", MaritalStatus.NotMarried, "")]                    // 17 today.
    [InlineData("2009-11-25", MaritalStatus.NotMarried, "Age NotEligible")]     // 17 tomorrow.
    [InlineData("2009-11-25", MaritalStatus.Married, "")]
    [InlineData("2009-11-25", MaritalStatus.OnceMarried, "")]
    public async Task Check_AgeOrMarriage_OneOfThemIsEnough(string birthDate, MaritalStatus status, string problem)
    {
        var member = Member(1);
        (member.PartyMember.BirthDate, member.PartyMember.MaritalStatus) = (birthDate, status);
        await SetUpAsync(VoterExamples.New(1), member);
        (await OnlyAsync()).ShouldBe(problem);
    }

    [Fact]
    public async Task Check_TwiceInTheList_KeepsTheFirst()
    {
        await SetUpAsync(VoterExamples.New(1), Member(1, card: "B-2"), Member(1, card: "A-1"));
        var check = await CheckAsync();
        (check.Eligible, check.NotEligible).ShouldBe((1, 1));
        check.Findings.ShouldHaveSingleItem().CardNumber.ShouldBe("A-1");
        (await OnlyAsync()).ShouldBe("DoubleInParty NotEligible");

        // The first is taken out: the other one remains.
        await PushAsync("5201", new Change { PartyMemberRemoval = new PartyMemberRemoval { PartyNumber = 6, CardNumber = "B-2", Ground = MemberRemovalGround.Duplicate } });
        (await CheckAsync()).Eligible.ShouldBe(1);
    }

    [Fact]
    public async Task Check_InTheListOfTwoOffices_IsMendableInBoth()
    {
        await SetUpAsync(VoterExamples.New(1), Member(1));
        await PushAsync("5202", Member(1, office: "5202", card: "X-1"));
        (await OnlyAsync()).ShouldBe("DoubleInParty Mendable");
    }

    [Fact]
    public async Task Check_InTwoParties_IsMendableUntilTheStatement()
    {
        await SetUpAsync(VoterExamples.New(1), Member(1), Member(1, party: 8));
        (await OnlyAsync()).ShouldBe("DoubleBetweenParties Mendable");
        (await OnlyAsync(party: 8)).ShouldBe("DoubleBetweenParties Mendable");

        await PushAsync("5201", Statement(1, 8));
        (await OnlyAsync()).ShouldBe("DoubleBetweenParties NotEligible");
        (await OnlyAsync(party: 8)).ShouldBe("");

        // A later statement counts, and none of the two is possible.
        await PushAsync("5201", Statement(1, 0));
        (await OnlyAsync(party: 8)).ShouldBe("DoubleBetweenParties NotEligible");
    }

    [Fact]
    public async Task Check_WasNotEligible_IsFoundAgainUnderAnotherCard()
    {
        await SetUpAsync(VoterExamples.New(1), Member(1), RemoveMember(1, MemberRemovalGround.NotEligible), Member(1, card: "BARU-1"));
        (await OnlyAsync()).ShouldBe("EnteredAgain NotEligible");
    }

    [Fact]
    public async Task Check_WasNotEligible_IsFoundAgainUnderTheSameCard()
    {
        await SetUpAsync(VoterExamples.New(1), Member(1), RemoveMember(1, MemberRemovalGround.NotEligible), Member(1));
        (await OnlyAsync()).ShouldBe("EnteredAgain NotEligible");
    }

    [Theory]
    [InlineData(ComplaintFinding.Open, "WithoutConsent Mendable")]
    [InlineData(ComplaintFinding.Confirmed, "WithoutConsent NotEligible")]
    [InlineData(ComplaintFinding.Dismissed, "")]
    public async Task Check_Complaint_CountsByWhatWasFound(ComplaintFinding finding, string problem)
    {
        await SetUpAsync(VoterExamples.New(1), Member(1), Complaint(1, finding));
        (await OnlyAsync()).ShouldBe(problem);
    }

    [Fact]
    public async Task Check_ComplaintAboutAnotherParty_IsThatPartys()
    {
        await SetUpAsync(VoterExamples.New(1), Member(1), Complaint(1, ComplaintFinding.Open, party: 8));
        (await OnlyAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Check_SeveralProblems_CountsEachAndTakesTheWorst()
    {
        var police = Member(1);
        police.PartyMember.Occupation = MemberOccupation.Police;
        await SetUpAsync(police, Member(2));
        var check = await CheckAsync();
        (check.Mendable, check.NotEligible).ShouldBe((1, 1));
        check.Problems.Select(p => (p.Problem, p.Members)).ShouldBe([(MemberProblem.Occupation, 1), (MemberProblem.NotInRegister, 2)]);
        check.Findings.Select(f => f.Status).ShouldBe([MemberStatus.NotEligible, MemberStatus.Mendable]);
    }

    [Fact]
    public async Task Check_Pages_HoldEachFindingOnce()
    {
        await SetUpAsync([.. Enumerable.Range(1, 7).Select(i => Member(i))]);
        var cards = new List<string>();
        var token = "";
        do
        {
            var page = await CheckAsync(size: 3, token: token);
            page.Members.ShouldBe(7);
            cards.AddRange(page.Findings.Select(f => f.CardNumber));
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        cards.ShouldBe(Enumerable.Range(1, 7).Select(i => CardOf(i)));
    }

    [Fact]
    public async Task Check_AfterARebuild_IsTheSame()
    {
        await SetUpAsync(Member(1), RemoveMember(1, MemberRemovalGround.NotEligible), Member(1), Member(2), Member(2, card: "X-2"), Member(3), RemoveMember(3));
        var before = await CheckAsync();
        await Core.Get<RebuildHandler>().WriteAsync(OfficeCode.Parse("5201"), default);
        (await CheckAsync()).ShouldBe(before);
        before.Members.ShouldBe(3);
    }

    [Fact]
    public async Task Check_ForAnIntegrator_IsMasked()
    {
        await SetUpAsync(Member(1));
        var finding = (await CheckAsync(new Caller("i", Role.Integrator, OfficeCode.Centre))).Findings.ShouldHaveSingleItem();
        (finding.CardNumber, finding.Nik).ShouldBe(("************0001", Nik.Parse(VoterExamples.NikOf(1)).ToString()));
    }

    [Theory]
    [InlineData(Role.OfficeOperator, "5202", "5201", 6, ErrorReason.RangeNotGranted)]
    [InlineData(Role.PartyOperator, "5201", "5201", 6, ErrorReason.RangeNotGranted)]
    [InlineData(Role.Administrator, "P52", "P52", 6, ErrorReason.RequestInvalid)]
    [InlineData(Role.Administrator, "P52", "5201", 0, ErrorReason.RequestInvalid)]
    public async Task Check_WhatMayNotOrCannotBe_IsRefused(Role role, string own, string office, int party, ErrorReason reason) =>
        (await Core.Get<CheckPartyHandler>().HandleAsync(
            new Caller("c", role, OfficeCode.Parse(own), role is Role.PartyOperator ? 6 : null),
            new CheckPartyRequest { OfficeCode = office, PartyNumber = party }, default)).Error!.Reason.ShouldBe(reason);

    private async Task SetUpAsync(params Change[] changes)
    {
        await PushCentreAsync(Profile(), Profile(8));
        var receipt = await PushAsync("5201", changes);
        receipt.Counts.Applied.ShouldBe(changes.Length);
    }

    private async Task<CheckPartyResponse> CheckAsync(Caller? caller = null, int party = Party, int size = 0, string token = "") =>
        (await Core.Get<CheckPartyHandler>().HandleAsync(
            caller ?? Operator(), new CheckPartyRequest { OfficeCode = "5201", PartyNumber = party, PageSize = size, PageToken = token }, default)).Value;

    private async Task<string> OnlyAsync(int party = Party) =>
        string.Join(", ", (await CheckAsync(party: party)).Findings.SelectMany(f => f.Problems).Select(p => $"{p.Problem} {p.Status}"));
}
