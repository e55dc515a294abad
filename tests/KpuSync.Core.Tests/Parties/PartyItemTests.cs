using KpuSync.Contracts.V1;
using KpuSync.TestKit.Changes;
using static KpuSync.TestKit.Changes.PartyExamples;

namespace KpuSync.Core.Tests.Parties;

/// <summary>What becomes of a party item, by what the ledgers say already.</summary>
public class PartyItemTests : PartyTests
{
    [Fact]
    public async Task Push_Member_IsKeptUntilItIsRemoved()
    {
        await PushCentreAsync(Profile());
        (await OutcomeOfAsync("5201", Member(1))).ShouldBe("Applied");
        (await MemberAsync(1))!.Name.ShouldBe(VoterExamples.NameOf(1));

        (await OutcomeOfAsync("5201", RemoveMember(1))).ShouldBe("Applied");
        (await MemberAsync(1))!.Removed.ShouldBe(MemberRemovalGround.Resigned);
        await ShouldBeSoundAsync("RI", "5201");
    }

    [Fact]
    public async Task Push_SameRecordAgain_IsUnchangedAndAnotherIsANewVersion()
    {
        await PushCentreAsync(Profile());
        await PushAsync("5201", Member(1));
        (await PushAsync("5201", Member(1))).Counts.Unchanged.ShouldBe(1);

        var moved = Member(1);
        moved.PartyMember.Address = "JL. LAIN 2";
        (await OutcomeOfAsync("5201", moved)).ShouldBe("Applied");
        (await ItemsAsync("5201")).Select(i => i.Version).ShouldBe([1, 2]);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Push_CardOfAnother_IsRejectedWhileTheOtherIsAMember()
    {
        await PushCentreAsync(Profile());
        await PushAsync("5201", Member(1));

        (await OutcomeOfAsync("5201", Member(2, card: CardOf(1)))).ShouldBe("Rejected PARTY_CARD_TAKEN");
        (await MemberAsync(1))!.Nik.ShouldBe(VoterExamples.NikOf(1));
        await PushAsync("5201", RemoveMember(1));
        (await OutcomeOfAsync("5201", Member(2, card: CardOf(1)))).ShouldBe("Applied");
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Push_CardTwiceInOneBatch_KeepsTheFirst()
    {
        await PushCentreAsync(Profile());
        var receipt = await PushAsync("5201", Member(1), Member(2, card: CardOf(1)));
        receipt.Counts.ShouldBe(new OutcomeCounts { Applied = 1, Rejected = 1 });
        await ShouldBeSoundAsync("5201");
    }

    // Another party numbers its cards as it likes.
    [Fact]
    public async Task Push_SameCardInAnotherParty_IsAnotherItem()
    {
        await PushCentreAsync(Profile(), Profile(8));
        await PushAsync("5201", Member(1), Member(2, party: 8, card: CardOf(1)));
        (await ItemsAsync("5201")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Push_RemovalOfNobody_IsRejected()
    {
        await PushCentreAsync(Profile());
        (await OutcomeOfAsync("5201", RemoveMember(1))).ShouldBe("Rejected PARTY_MEMBER_UNKNOWN");
    }

    [Fact]
    public async Task Push_RemovalAgain_IsUnchangedOnTheSameGroundOnly()
    {
        await PushCentreAsync(Profile());
        await PushAsync("5201", Member(1), RemoveMember(1));
        (await PushAsync("5201", RemoveMember(1))).Counts.Unchanged.ShouldBe(1);
        (await OutcomeOfAsync("5201", RemoveMember(1, MemberRemovalGround.Deceased))).ShouldBe("Rejected PARTY_MEMBER_ALREADY_REMOVED");
    }

    [Fact]
    public async Task Push_MemberWhoWasNotEligible_IsAppliedWithAWarning()
    {
        await PushCentreAsync(Profile());
        await PushAsync("5201", Member(1), RemoveMember(1, MemberRemovalGround.NotEligible));
        (await OutcomeOfAsync("5201", Member(1))).ShouldBe("Applied PARTY_MEMBER_RETURNS");
        (await MemberAsync(1))!.Removed.ShouldBe(MemberRemovalGround.Unspecified);
    }

    [Fact]
    public async Task Push_IfRevisionIsNotCurrent_IsAConflict()
    {
        await PushCentreAsync(Profile());
        await PushAsync("5201", Member(1));
        var late = RemoveMember(1);
        late.IfRevision = new Revision { Position = 9 };
        (await OutcomeOfAsync("5201", late)).ShouldBe("Conflict REVISION_NOT_CURRENT");
    }

    [Fact]
    public async Task Push_LocalPartyOutsideAceh_IsRejected()
    {
        await PushCentreAsync(Profile(21, acehOnly: true));
        (await OutcomeOfAsync("5201", Member(1, party: 21))).ShouldBe("Rejected PARTY_LOCAL_OUTSIDE_ACEH");
        (await OutcomeOfAsync("5201", Management(PartyLevel.Regency, "5201", party: 21))).ShouldBe("Rejected PARTY_LOCAL_OUTSIDE_ACEH");
        (await OutcomeOfAsync("1101", Member(1, party: 21, office: "1101"))).ShouldBe("Applied");
    }

    [Theory]
    [InlineData(PartyLevel.Centre, "", "Rejected PARTY_LOCAL_OUTSIDE_ACEH")]
    [InlineData(PartyLevel.Province, "52", "Rejected PARTY_LOCAL_OUTSIDE_ACEH")]
    [InlineData(PartyLevel.Province, "11", "Applied")]
    public async Task Push_LocalPartysManagement_IsInItsProvinceAtMost(PartyLevel level, string area, string outcome)
    {
        await PushCentreAsync(Profile(21, acehOnly: true));
        (await OutcomeAsAsync(Centre, "RI", Management(level, area, party: 21))).ShouldBe(outcome);
    }

    [Fact]
    public async Task Push_ItemsOfEachLevel_AreKeptEachUnderItsOwnKey()
    {
        await PushCentreAsync(
            Profile(), Management(PartyLevel.Centre, ""), Management(PartyLevel.Province, "52"), Office(PartyLevel.Centre, ""), Account(PartyLevel.Province, "52"));
        await PushAsync("5201", Management(PartyLevel.Regency, "5201"), Management(PartyLevel.District, "520101"), Statement(1, 6), Complaint(1, ComplaintFinding.Open));

        (await ItemsAsync("RI")).Select(i => i.Key.Key).ShouldBe(["06/", "06/", "06/52", "06/", "06/52"]);
        (await ItemsAsync("5201")).Select(i => i.Key.ToString()).ShouldBe(
            ["PartyManagement 06/5201", "PartyManagement 06/520101", "MembershipStatement ****0001", "NameComplaint 06/****0001"]);
        await ShouldBeSoundAsync("RI", "5201");
    }

    // An all-or-nothing batch that fails leaves nothing of its members behind.
    [Fact]
    public async Task Push_FailedBatch_TakesTheMembersBack()
    {
        await PushCentreAsync(Profile());
        var batch = BatchExamples.With(1, BatchExamples.Producer, "5201", [Member(1), RemoveMember(2)]);
        batch.Mode = BatchMode.AllOrNothing;
        (await Core.PushAsync(batch)).Value.Receipt.Counts.ShouldBe(new OutcomeCounts { NotApplied = 1, Rejected = 1 });
        (await MemberAsync(1)).ShouldBeNull();
        await ShouldBeSoundAsync("5201");
    }
}
