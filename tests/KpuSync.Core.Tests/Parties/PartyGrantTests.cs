using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Pull;
using KpuSync.Core.Register;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using static KpuSync.TestKit.Changes.PartyExamples;

namespace KpuSync.Core.Tests.Parties;

/// <summary>Who may push which party data where: a change that is not granted is refused by itself, a ledger that is not by the call.</summary>
public class PartyGrantTests : PartyTests
{
    public static TheoryData<string, Change, string> OfPartySix => new()
    {
        { "RI", Profile(), "Rejected CHANGE_NOT_GRANTED" },
        { "RI", Management(PartyLevel.Province, "52"), "Applied" },
        { "RI", Management(PartyLevel.Centre, "", party: 8), "Rejected PARTY_NOT_GRANTED" },
        { "5201", Member(1), "Applied" },
        { "5201", RemoveMember(1), "Rejected PARTY_MEMBER_UNKNOWN" },
        { "5201", Office(PartyLevel.Regency, "5201"), "Applied" },
        { "5201", Member(1, party: 8), "Rejected PARTY_NOT_GRANTED" },
        { "5201", VoterExamples.New(1), "Rejected CHANGE_NOT_GRANTED" },
        { "5201", ProgressExamples.Report("2026-10", 1), "Rejected CHANGE_NOT_GRANTED" },
        { "5201", Statement(1, 6), "Rejected CHANGE_NOT_GRANTED" },
        { "5201", Complaint(1, ComplaintFinding.Dismissed), "Rejected CHANGE_NOT_GRANTED" },
    };

    [Theory]
    [MemberData(nameof(OfPartySix))]
    public async Task Push_PartyOperator_GetsThroughWithItsOwnPartyOnly(string office, Change change, string outcome)
    {
        await PushCentreAsync(Profile(name: "PARTAI LAMA"), Profile(8));
        (await OutcomeAsAsync(PartyOperator("RI"), office, change)).ShouldBe(outcome);
        await ShouldBeSoundAsync(office);
    }

    public static TheoryData<string, Change, string> OfOthers => new()
    {
        { "5201", Member(1), "Applied" },
        { "5201", Management(PartyLevel.Regency, "5201"), "Applied" },
        { "5201", Management(PartyLevel.District, "520101"), "Applied" },
        { "5201", Statement(1, 6), "Applied" },
        { "5201", Complaint(1, ComplaintFinding.Open), "Applied" },
        { "5201", Office(PartyLevel.Regency, "5201"), "Rejected CHANGE_NOT_GRANTED" },
        { "5201", Account(PartyLevel.Regency, "5201"), "Rejected CHANGE_NOT_GRANTED" },
        { "5201", Profile(8), "Rejected PARTY_CENTRE_ONLY" },
        { "5201", Management(PartyLevel.Province, "52"), "Rejected PARTY_CENTRE_ONLY" },
        { "5201", Management(PartyLevel.Regency, "5202"), "Rejected PARTY_AREA_OTHER_OFFICE" },
        { "RI", Account(PartyLevel.Centre, ""), "Applied" },
        { "RI", Member(1), "Rejected CHANGE_NOT_GRANTED" },
        { "RI", VoterExamples.New(1), "Rejected CHANGE_NOT_GRANTED" },
        { "RI", Management(PartyLevel.Regency, "5201"), "Rejected PARTY_REGENCY_ONLY" },
    };

    [Theory]
    [MemberData(nameof(OfOthers))]
    public async Task Push_OfficeOrCentre_GetsThroughWithWhatIsItsOwn(string office, Change change, string outcome)
    {
        await PushCentreAsync(Profile());
        (await OutcomeAsAsync(office == "RI" ? Centre : Operator(office), office, change)).ShouldBe(outcome);
    }

    [Theory]
    [InlineData(Role.Administrator, "P52", "RI", ErrorReason.RoleNotAllowed)]
    [InlineData(Role.Administrator, "RI", "5201", ErrorReason.OfficeNotGranted)]
    [InlineData(Role.OfficeOperator, "5201", "RI", ErrorReason.OfficeNotGranted)]
    [InlineData(Role.PartyOperator, "5201", "5202", ErrorReason.OfficeNotGranted)]
    [InlineData(Role.PartyOperator, "5201", "RI", ErrorReason.OfficeNotGranted)]
    [InlineData(Role.PartyOperator, "P52", "P52", ErrorReason.OfficeNotGranted)]
    [InlineData(Role.PartyOperator, "RI", "9999", ErrorReason.OfficeNotGranted)]
    [InlineData(Role.Auditor, "RI", "RI", ErrorReason.RoleNotAllowed)]
    public async Task Push_IntoALedgerThatIsNotGranted_IsRefusedAsAWhole(Role role, string own, string office, ErrorReason reason)
    {
        var caller = new Caller("c", role, OfficeCode.Parse(own), role is Role.PartyOperator ? Party : null);
        (await Core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, office, [Profile()]), caller)).Error!.Reason.ShouldBe(reason);
    }

    [Fact]
    public void CheckPush_PartyOperatorOfNoParty_MayNothing() =>
        OfficeGrants.CheckPush(new Caller("c", Role.PartyOperator, OfficeCode.Centre), "RI", RegionCatalogue.Default)!.Reason.ShouldBe(ErrorReason.RoleNotAllowed);

    // All-or-nothing: what is refused fails its batch like any other rejection, and the voter beside it stays out.
    [Fact]
    public async Task Push_VoterBesideMembers_IsParkedAndEntersNobody()
    {
        await PushCentreAsync(Profile());
        var receipt = await PushAsAsync(PartyOperator("5201"), "5201", Member(1), VoterExamples.New(1));
        receipt.Counts.ShouldBe(new OutcomeCounts { Applied = 1, Rejected = 1 });
        (await RegistrationAsync("5201")).ShouldBeNull();
    }

    [Fact]
    public async Task Pull_WithoutAGrantForFullRecords_MasksMembersAndAccounts()
    {
        await PushCentreAsync(Profile());
        await PushAsync("5201", Member(1), RemoveMember(1), Statement(1, 6), Complaint(1, ComplaintFinding.Open));
        await PushAsAsync(PartyOperator("RI"), "5201", Account(PartyLevel.Regency, "5201"));

        var text = (await PulledAsync(Role.Integrator)).ToString();
        text.ShouldNotContain(VoterExamples.NikOf(1));
        text.ShouldNotContain(CardOf(1));
        text.ShouldNotContain("0012345678");
        text.ShouldNotContain(Member(1).PartyMember.BirthDate);
        text.ShouldContain(VoterExamples.NameOf(1));
        (await PulledAsync(Role.Auditor)).ToString().ShouldContain(CardOf(1));
    }

    private async Task<PullResponse> PulledAsync(Role role)
    {
        var all = new PullResponse();
        await foreach (var response in Core.Get<PullHandler>().ReadAsync(new Caller("reader", role, OfficeCode.Centre), new PullRequest { OfficeCode = "5201" }, default))
            all.MergeFrom(response.Value);
        return all;
    }

    // A party that knows the number of an office's producer: its row must not take a voter's waiting change away.
    [Fact]
    public async Task Push_PartyOperatorCorrectingAVotersHold_SettlesNothing()
    {
        await PushCentreAsync(Profile());
        await PushAsAsync(Operator(), "5201", VoterExamples.Upsert(VoterExamples.Record(1, birthDate: "1920-01-05")));
        var member = Member(2);
        member.Corrects = new ChangeRef { Sequence = 1, Index = 0 };
        (await OutcomeAsAsync(PartyOperator("5201"), "5201", member)).ShouldBe("Applied CORRECTS_NOTHING");
        (await PendingAsync("5201")).ShouldHaveSingleItem().State.ShouldBe(PendingState.Open);
        await ShouldBeSoundAsync("5201");
    }
}
