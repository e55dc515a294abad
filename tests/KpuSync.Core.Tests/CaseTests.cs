using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests;

/// <summary>Who is registered twice: how cases open, close and open again, and how they are decided.</summary>
public class CaseTests : OfficesTests
{
    [Fact]
    public async Task SameNumber_InTwoProvinces_OpensOneCaseAndTellsBothOffices()
    {
        await PushAsync("5201", Registered("5201"));
        await PushAsync("5171", Registered("5171"));
        await ScanAsync();

        var found = (await CasesAsync(Centre)).Single();
        (found.Class, found.Reach, found.State, found.Decider).ShouldBe((CaseClass.K1, CaseReach.BetweenProvinces, CaseState.Open, "RI"));
        found.Sides.Select(s => s.OfficeCode).ShouldBe(["5171", "5201"]);
        foreach (var office in (string[])["5201", "5171"])
        {
            var notice = (await NoticesAsync(office)).Single();
            (notice.Nik, notice.DuplicateCase.CaseId, notice.DuplicateCase.State).ShouldBe((Shared, found.CaseId, CaseState.Open));
        }
    }

    [Fact]
    public async Task SameNumber_OtherName_IsK2()
    {
        await PushAsync("5201", Registered("5201"));
        await PushAsync("5202", Registered("5202", name: "SITI AMINAH"));
        await ScanAsync();
        (await CasesAsync(Centre)).Single().Class.ShouldBe(CaseClass.K2);
    }

    [Fact]
    public async Task SameNumber_InThreeOffices_IsOneCase()
    {
        foreach (var office in (string[])["5201", "5202", "5171"])
        {
            await PushAsync(office, Registered(office));
            await ScanAsync();
        }

        var found = (await CasesAsync(Centre)).Single();
        found.Sides.Select(s => s.OfficeCode).ShouldBe(["5171", "5201", "5202"]);
        found.Reach.ShouldBe(CaseReach.BetweenProvinces);
    }

    [Fact]
    public async Task SimilarPerson_InsideTheOffice_IsK3WithReasonsAndTwinsAreNot()
    {
        var original = VoterExamples.Record(1, name: "MUHAMMAD RIZKI HIDAYAT");
        var copy = original.Clone();
        (copy.Nik, copy.Name, copy.Dpid) = (VoterExamples.NikOf(2), "MOH. RIZKI HIDAYAT", "2");
        var twin = original.Clone();
        (twin.Nik, twin.Name, twin.Dpid) = (VoterExamples.NikOf(3), "AHMAD FAUZAN", "3");
        await PushAsync("5201", VoterExamples.Upsert(original), VoterExamples.Upsert(copy), VoterExamples.Upsert(twin));
        await ScanAsync();

        var found = (await CasesAsync(Operator())).Single();
        (found.Class, found.Reach, found.Decider, found.Sides.Count).ShouldBe((CaseClass.K3, CaseReach.InsideOffice, "5201", 2));
        found.Score.ShouldBeGreaterThan(0);
        found.Reasons.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Scan_Again_OpensNothingTwice()
    {
        await PushAsync("5201", Registered("5201"));
        await PushAsync("5171", Registered("5171"));
        await ScanAsync();
        var before = await CasesAsync(Centre);
        await Core.Get<Scanner>().ResetAsync(default);
        (await ScanAsync()).ShouldBe(2);

        (await CasesAsync(Centre)).ShouldBe(before);
        (await NoticesAsync("5201")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task OneSideRemoved_ClosesTheCaseAndItsReturnOpensItAgain()
    {
        await PushAsync("5201", Registered("5201"));
        await PushAsync("5202", Registered("5202"));
        await ScanAsync();
        await PushAsync("5202", VoterExamples.Remove(Shared, RemovalGround.MovedAway));
        await ScanAsync();
        (await CasesAsync(Centre)).Single().State.ShouldBe(CaseState.Closed);

        await PushAsync("5202", Registered("5202"));
        await ScanAsync();
        (await CasesAsync(Centre)).Single().State.ShouldBe(CaseState.Open);
        (await NoticesAsync("5201")).Select(n => n.DuplicateCase.State).ShouldBe([CaseState.Open, CaseState.Closed, CaseState.Open]);
    }

    [Fact]
    public async Task Decide_KeepOne_MakesTheOtherGandaInItsOwnLedgerForGood()
    {
        var duplicate = await OpenCaseAsync("5201", "5202");
        var decided = (await DecideAsync(Province, duplicate, keep: "5201")).Value.Case;

        (decided.State, decided.DecidedBy, decided.Sides.Single(s => s.Kept).OfficeCode).ShouldBe((CaseState.Decided, "admin-P52", "5201"));
        (await RegistrationAsync("5201"))!.IsActive.ShouldBeTrue();
        (await RegistrationAsync("5202"))!.Ground.ShouldBe(RemovalGround.Duplicate);
        (await EntriesAsync("5201"))[^1].Kind.ShouldBe(EntryKind.Settlement);

        // An export that still has the row does not bring it back; a change that names the decision does, and the question is open again.
        (await OutcomeOfAsync("5202", Registered("5202", UpsertReason.State))).ShouldBe("Rejected REMOVED_BY_DECISION");
        var named = Registered("5202", UpsertReason.State);
        named.VoterUpsert.DecidedCaseId = duplicate.CaseId;
        (await OutcomeOfAsync("5202", named)).ShouldBe("Applied");
        await ScanAsync();
        (await CasesAsync(Centre)).Single().State.ShouldBe(CaseState.Open);
        await ShouldBeSoundAsync("5201", "5202");
    }

    [Fact]
    public async Task Decide_DifferentPeople_IsRememberedByTheScanner()
    {
        var duplicate = await OpenCaseAsync("5201", "5202");
        (await DecideAsync(Province, duplicate, keep: null)).Value.Case.State.ShouldBe(CaseState.DifferentPeople);
        var changed = Registered("5202", UpsertReason.Changed);
        changed.VoterUpsert.Voter.Rt = 9;
        (await OutcomeOfAsync("5202", changed)).ShouldBe("Applied");
        await Core.Get<Scanner>().ResetAsync(default);
        await ScanAsync();

        (await CasesAsync(Centre)).Single().State.ShouldBe(CaseState.DifferentPeople);
        (await RegistrationAsync("5202"))!.IsActive.ShouldBeTrue();
    }

    [Fact]
    public async Task Decide_ByTwoReviewers_OneWinsAndTheOtherSeesTheState()
    {
        var duplicate = await OpenCaseAsync("5201", "5202");
        var answers = await Task.WhenAll(DecideAsync(Province, duplicate, keep: "5201"), DecideAsync(Centre, duplicate, keep: "5202"));

        answers.Count(a => a.IsOk).ShouldBe(1);
        var lost = answers.Single(a => !a.IsOk).Error!;
        (lost.Reason, lost.Metadata["state"], lost.Metadata["version"]).ShouldBe((ErrorReason.CaseChanged, "DECIDED", "2"));
    }

    [Fact]
    public async Task Decide_KeepASideThatWasRemovedMeanwhile_IsRefused()
    {
        var duplicate = await OpenCaseAsync("5201", "5202");
        await PushAsync("5201", VoterExamples.Remove(Shared));
        (await DecideAsync(Province, duplicate, keep: "5201")).Error!.Reason.ShouldBe(ErrorReason.CaseSideNotActive);
        (await RegistrationAsync("5202"))!.IsActive.ShouldBeTrue();
    }

    [Theory]
    [InlineData("5201", "5202", "P52", null)]
    [InlineData("5201", "5202", "RI", null)]
    [InlineData("5201", "5202", "P51", ErrorReason.CaseNotFound)]       // Nothing of it lies there: not even that it exists is said.
    [InlineData("5201", "5202", "5201", ErrorReason.CaseNotGranted)]    // An office does not decide about another's voter.
    [InlineData("5201", "5171", "P52", ErrorReason.CaseNotGranted)]     // Between provinces the centre decides.
    [InlineData("5201", "5171", "RI", null)]
    public async Task Decide_ByRange_IsAllowedOrRefused(string first, string second, string decider, ErrorReason? refusal)
    {
        var duplicate = await OpenCaseAsync(first, second);
        var caller = decider.Length == 4 ? Operator(decider) : Administrator(decider);
        var answer = await DecideAsync(caller, duplicate, keep: "5201");
        (answer.Error?.Reason).ShouldBe(refusal);
    }

    [Fact]
    public async Task HeldOtherPerson_OpensACaseThatEndsWithTheHold()
    {
        await PushAsync("5201", Registered("5201"));
        var other = Registered("5201", name: "SITI AMINAH");
        other.VoterUpsert.Voter.BirthDate = "1991-01-02";
        await PushAsync("5201", other);
        await ScanAsync();

        var found = (await CasesAsync(Operator())).Single();
        (found.Class, found.Reach, found.Sides.Count, found.Sides[1].Name).ShouldBe((CaseClass.K2, CaseReach.InsideOffice, 2, "SITI AMINAH"));
        var decided = await DecideAsync(Operator(), found, keep: "5201", place: 0);
        decided.Value.Case.State.ShouldBe(CaseState.Decided);
        (await EntriesAsync("5201"))[^1].Kind.ShouldBe(EntryKind.Settlement);
        (await RegistrationAsync("5201"))!.ParseRecord().Name.ShouldBe(VoterExamples.NameOf(1));
        await ScanAsync();
        (await CasesAsync(Operator())).Single().State.ShouldBe(CaseState.Decided);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task HeldOtherPerson_Kept_TakesTheRegistrationsPlace()
    {
        await PushAsync("5201", Registered("5201"));
        var other = Registered("5201", name: "SITI AMINAH");
        other.VoterUpsert.Voter.BirthDate = "1991-01-02";
        await PushAsync("5201", other);
        await ScanAsync();
        var found = (await CasesAsync(Operator())).Single();
        (await DecideAsync(Operator(), found, keep: "5201", place: 1)).IsOk.ShouldBeTrue();
        (await RegistrationAsync("5201"))!.ParseRecord().Name.ShouldBe("SITI AMINAH");
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task HeldOtherPerson_MendedByTheOffice_ClosesItsCase()
    {
        await PushAsync("5201", Registered("5201"));
        var other = Registered("5201", name: "SITI AMINAH");
        other.VoterUpsert.Voter.BirthDate = "1991-01-02";
        await PushAsync("5201", other);
        await ScanAsync();
        var mended = VoterExamples.New(7);
        mended.Corrects = new ChangeRef { Sequence = 2 };
        await PushAsync("5201", mended);
        await PushAsync("5201", Registered("5201", UpsertReason.Changed, name: "LALU BARU"));
        await ScanAsync();
        (await CasesAsync(Operator())).Single().State.ShouldBe(CaseState.Closed);
    }

    [Fact]
    public async Task HeldOtherPerson_InABatchThatFailedAsAWhole_OpensNoCase()
    {
        await PushAsync("5201", Registered("5201"));
        var other = Registered("5201", name: "SITI AMINAH");
        other.VoterUpsert.Voter.BirthDate = "1991-01-02";
        var batch = BatchExamples.With(2, BatchExamples.Producer, "5201", [other]);
        batch.Mode = BatchMode.AllOrNothing;
        (await Core.PushAsync(batch)).Value.Receipt.Counts.Held.ShouldBe(1);
        await ScanAsync();
        (await CasesAsync(Operator())).ShouldBeEmpty();
    }

    [Fact]
    public async Task ThirdOffice_JoiningAnOpenCase_IsToldAndNeedsTheVersion()
    {
        var duplicate = await OpenCaseAsync("5201", "5202");
        await PushAsync("5203", Registered("5203"));
        await ScanAsync();
        (await NoticesAsync("5203")).ShouldHaveSingleItem().DuplicateCase.CaseId.ShouldBe(duplicate.CaseId);

        var blind = duplicate.Clone();
        blind.Version = 0;
        (await DecideAsync(Province, blind, keep: "5201")).Error!.Reason.ShouldBe(ErrorReason.CaseChanged);
        (await DecideAsync(Province, (await CasesAsync(Centre)).Single(), keep: "5201")).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Nik_CorrectedOntoOneThatADecisionRemoved_IsRejected()
    {
        var duplicate = await OpenCaseAsync("5201", "5202");
        await DecideAsync(Province, duplicate, keep: "5202");
        var slip = VoterExamples.Record(1);
        slip.Nik = VoterExamples.NikOf(8);
        await PushAsync("5201", VoterExamples.Upsert(slip));
        (await OutcomeOfAsync("5201", VoterExamples.ChangeNik(slip.Nik, VoterExamples.Record(1)))).ShouldBe("Rejected REMOVED_BY_DECISION");
    }

    [Fact]
    public async Task Renumbered_Side_StaysInTheCase()
    {
        var duplicate = await OpenCaseAsync("5201", "5202");
        var corrected = VoterExamples.Record(1);
        corrected.Nik = VoterExamples.NikOf(5);
        await PushAsync("5201", VoterExamples.ChangeNik(Shared, corrected));
        await ScanAsync();
        var found = (await CasesAsync(Centre)).Single();
        (found.CaseId, found.State).ShouldBe((duplicate.CaseId, CaseState.Open));
        found.Sides.Single(s => s.OfficeCode == "5201").Nik.ShouldBe(corrected.Nik);
    }

    [Fact]
    public async Task Show_ToAnOffice_MasksTheOtherSide()
    {
        await OpenCaseAsync("5201", "5202");
        var sides = (await CasesAsync(Operator())).Single().Sides;
        (sides[0].Masked, sides[0].Nik, sides[0].Name, sides[0].BirthDate).ShouldBe((false, Shared, VoterExamples.NameOf(1), "1980-03-21"));
        (sides[1].Masked, sides[1].Nik, sides[1].Name, sides[1].BirthDate, sides[1].VillageCode, sides[1].PollingStation).ShouldBe(
            (true, Nik.Parse(Shared).ToString(), string.Join(' ', VoterExamples.NameOf(1).Split(' ').Select(word => word[0] + "***")), "", "", 0));
    }

    [Fact]
    public async Task List_CountsAndPages()
    {
        string[] names = ["SUDIRMAN", "HALIMAH", "BURHANUDDIN", "WAYAN SUKARTA", "NURJANAH"];
        for (var n = 1; n <= 5; n++)
        {
            var birthDate = $"19{60 + (3 * n)}-0{n}-1{n}";
            await PushAsync("5201", VoterExamples.Upsert(VoterExamples.Record(n, name: names[n - 1], birthDate: birthDate)));
            var elsewhere = VoterExamples.Record(n, "5202", names[n - 1], birthDate);
            elsewhere.Nik = VoterExamples.NikOf(n, birthDate: birthDate);
            await PushAsync("5202", VoterExamples.Upsert(elsewhere));
        }

        var list = Core.Get<CaseListHandler>();
        (await list.ListAsync(Centre, new ListCasesRequest { Range = "RI" }, default)).Value.EntriesBehind.ShouldBe(10);
        await ScanAsync();
        var first = (await list.ListAsync(Province, new ListCasesRequest { Range = "P52", PageSize = 3 }, default)).Value;
        var second = (await list.ListAsync(Province, new ListCasesRequest { Range = "P52", PageSize = 3, PageToken = first.NextPageToken }, default)).Value;
        first.Cases.Concat(second.Cases).Select(c => c.CaseId).ShouldBe([5, 4, 3, 2, 1]);
        (first.EntriesBehind, first.Open.Single().Count, second.NextPageToken).ShouldBe((0, 5, ""));
        (await list.ListAsync(Operator(), new ListCasesRequest { Range = "P52" }, default)).Error!.Reason.ShouldBe(ErrorReason.RangeNotGranted);
    }

    private async Task<DuplicateCase> OpenCaseAsync(string first, string second)
    {
        await PushAsync(first, Registered(first));
        await PushAsync(second, Registered(second));
        await ScanAsync();
        return (await CasesAsync(Centre)).Single();
    }

    private Task<Result<DecideCaseResponse>> DecideAsync(Caller caller, DuplicateCase duplicate, string? keep, int place = 0)
    {
        var request = new DecideCaseRequest { CaseId = duplicate.CaseId, Version = duplicate.Version, Reason = "hasil verifikasi bersama" };
        if (keep is null)
            request.DifferentPeople = true;
        else
            request.Keep = new KeptSide { OfficeCode = keep, Place = place };
        return Core.Get<DecisionHandler>().DecideAsync(caller, request, default);
    }
}
