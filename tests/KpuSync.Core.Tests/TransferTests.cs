using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Recap;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Core.Transfers;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>Villages that go to another office or get other codes, and what goes with them.</summary>
public class TransferTests : OfficesTests
{
    private static string OldVillage => VoterExamples.Record(1).VillageCode;

    private static string NewVillage => VillageOf("5208", 2);

    [Fact]
    public async Task Transfer_ToAnotherOffice_MovesActiveVotersOnlyAndIsNeutralInTheRecap()
    {
        var elsewhere = VoterExamples.Record(3);
        elsewhere.VillageCode = VillageOf("5201", 1);
        await PushAsync("5201", VoterExamples.New(1), VoterExamples.New(2), VoterExamples.Upsert(elsewhere));
        await PushAsync("5201", VoterExamples.Remove(VoterExamples.NikOf(2)));
        var before = await RecapAsync("RI");

        var report = await TransferAsync("5208", NewVillage);

        (report.Moved, report.Obstacles.Count, report.Voters[OldVillage]).ShouldBe((1, 0, 1));
        (await RegistrationAsync("5201"))!.Ground.ShouldBe(RemovalGround.TransferredOut);
        (await RegistrationAsync("5201", VoterExamples.NikOf(2)))!.Ground.ShouldBe(RemovalGround.Deceased);
        (await RegistrationAsync("5201", VoterExamples.NikOf(3)))!.IsActive.ShouldBeTrue();
        var moved = (await RegistrationAsync("5208"))!;
        var expected = VoterExamples.Record(1);
        expected.VillageCode = NewVillage;
        (moved.IsActive, moved.ParseRecord()).ShouldBe((true, expected));
        var (giving, taking, after) = (await RecapAsync("5201"), await RecapAsync("5208"), await RecapAsync("RI"));
        (giving.TransferredOut.Male, giving.Total.Male, taking.TransferredIn.Male, taking.Total.Male).ShouldBe((1, 1, 1, 1));
        (taking.NewFirstTime.Male + taking.NewMovedIn.Male, giving.Removed.Single().Ground).ShouldBe((0, RemovalGround.Deceased));
        (after.Total, after.NewFirstTime, after.Removed).ShouldBe((before.Total, before.NewFirstTime, before.Removed));
        await ShouldBeSoundAsync("5201", "5208");
    }

    [Fact]
    public async Task Transfer_MoreThanAChunk_GoesInEntriesOfBothLedgers()
    {
        await PushAsync("5201", [.. Enumerable.Range(1, 1000).Select(n => VoterExamples.New(n))]);
        await PushAsync("5201", VoterExamples.New(1001), VoterExamples.New(1002));

        (await TransferAsync("5208", NewVillage)).Moved.ShouldBe(1002);

        (await EntriesAsync("5201")).Skip(2).Select(e => e.Statuses.Length).ShouldBe([0, 1000, 2]);
        var entries = await EntriesAsync("5208");
        entries.Select(e => (e.Kind, e.Actor, e.Statuses.Length)).ShouldBe(
            [(EntryKind.Settlement, "server", 0), (EntryKind.Settlement, "server", 1000), (EntryKind.Settlement, "server", 2)]);
        StoredSettlement.Of(entries[1]).Act.RegionTransferred.Villages.Single().ShouldBe(
            new VillageTransfer { OldVillageCode = OldVillage, NewVillageCode = NewVillage });
        await ShouldBeSoundAsync("5201", "5208");
    }

    [Fact]
    public async Task Transfer_Again_DoesNothing()
    {
        await PushAsync("5201", VoterExamples.New(1));
        await TransferAsync("5208", NewVillage);
        (await TransferAsync("5208", NewVillage)).Moved.ShouldBe(0);
        ((await EntriesAsync("5201")).Count, (await EntriesAsync("5208")).Count).ShouldBe((3, 2));
    }

    [Fact]
    public async Task Transfer_StoppedAnywhere_GoesOnWhereItWas()
    {
        await PushAsync("5201", [.. Enumerable.Range(1, 1000).Select(n => VoterExamples.New(n))]);
        await PushAsync("5201", VoterExamples.New(1001));
        await using var core = await TestCore.OpenAsync(Folder.File("kpusync.db"), around: inner => new FaultyStore(inner));
        var handler = core.Get<TransferHandler>();
        var store = (FaultyStore)core.Store;

        // The villages are recorded; the first thousand fails; the first thousand is there, and its answer is lost.
        foreach (var crash in new[] { CrashPoint.AfterCommit, CrashPoint.BeforeCommit, CrashPoint.AfterCommit })
        {
            store.Next = crash;
            await Should.ThrowAsync<StoreUnavailableException>(() => handler.TransferAsync(Request("5201", "5208", OldVillage, NewVillage), isDryRun: false, default));
        }

        (await handler.TransferAsync(Request("5201", "5208", OldVillage, NewVillage), isDryRun: false, default)).Moved.ShouldBe(1);
        (await EntriesAsync("5208")).Select(e => e.Statuses.Length).ShouldBe([0, 1000, 1]);
        await ShouldBeSoundAsync("5201", "5208");
    }

    [Fact]
    public async Task Transfer_DryRun_WritesNothing()
    {
        await PushAsync("5201", VoterExamples.New(1));
        var report = await TransferAsync("5208", NewVillage, isDryRun: true);
        (report.Voters[OldVillage], report.Moved, (await EntriesAsync("5201")).Count).ShouldBe((1, 0, 1));
        (await OutcomeOfAsync("5201", VoterExamples.New(2))).ShouldBe("Applied");
    }

    [Fact]
    public async Task Transfer_VerifiedOver100_IsNotAskedForAgain()
    {
        var old = VoterExamples.Record(1, birthDate: "1924-05-05");
        await PushAsync("5201", VoterExamples.Upsert(old, verification: VoterExamples.Verified()));
        await TransferAsync("5208", NewVillage);

        (await RegistrationAsync("5208", old.Nik))!.Verified.ShouldBeTrue();
        old.VillageCode = NewVillage;
        old.BirthDate = "1923-05-05";
        await PushAsync("5208", VoterExamples.Remove(old.Nik, RemovalGround.MovedAway));
        (await OutcomeOfAsync("5208", VoterExamples.Upsert(old))).ShouldStartWith("Applied");
        await ShouldBeSoundAsync("5201", "5208");
    }

    [Fact]
    public async Task Transfer_WithOpenHold_IsRefusedUntilItIsSettled()
    {
        await PushAsync("5201", VoterExamples.New(2), VoterExamples.Upsert(VoterExamples.Record(1, birthDate: "1924-05-05")));
        var report = await TransferAsync("5208", NewVillage);
        (report.Moved, report.Obstacles.Single()).ShouldBe((0, new TransferObstacle(TransferObstacleKind.HeldOpen, OfficeCode.Parse("5201"), "1:1")));
        (await EntriesAsync("5208")).ShouldBeEmpty();

        var verified = new VerifyHoldRequest { OfficeCode = "5201", Held = new EntryRef { Position = 1, Index = 1 }, Verification = VoterExamples.Verified() };
        await Core.Get<HoldHandler>().VerifyAsync(Operator(), verified, default);
        (await TransferAsync("5208", NewVillage)).Moved.ShouldBe(2);
        await ShouldBeSoundAsync("5201", "5208");
    }

    [Fact]
    public async Task Transfer_OfSomebodyActiveInBothOffices_IsRefusedUntilTheCaseIsDecided()
    {
        await PushAsync("5201", Registered("5201"));
        await PushAsync("5208", Registered("5208"));
        var report = await TransferAsync("5208", NewVillage);
        (report.Moved, report.Obstacles.Single().Code).ShouldBe((0, "TRANSFER_IN_BOTH_OFFICES"));
    }

    [Fact]
    public async Task Transfer_WithAnOpenClaim_IsRefused()
    {
        await PushAsync("5201", VoterExamples.New(1));
        var movedIn = Registered("5202", UpsertReason.NewMovedIn);
        movedIn.VoterUpsert.PreviousOfficeCode = "5201";
        await PushAsync("5202", movedIn);
        await ScanAsync();
        (await TransferAsync("5208", NewVillage)).Obstacles.Select(o => (o.Code, o.Place)).ShouldBe([("TRANSFER_CLAIM_OPEN", "5202-1-0")]);
    }

    [Theory]
    [InlineData("5202")] // Scanned before the giving and the taking office's pages, or after.
    [InlineData("5171")]
    public async Task Scan_AfterATransfer_KeepsTheOpenCaseAndOpensNone(string third)
    {
        await PushAsync("5201", Registered("5201"), VoterExamples.New(2));
        await PushAsync(third, Registered(third));
        await ScanAsync();
        var before = (await CasesAsync(Centre)).Single();

        await TransferAsync("5208", NewVillage);
        await ScanAsync();

        var after = (await CasesAsync(Centre)).Single();
        (after.CaseId, after.State).ShouldBe((before.CaseId, CaseState.Open));
        after.Sides.Select(s => (s.OfficeCode, s.Active)).ShouldBe(new[] { (third, true), ("5208", true) }.OrderBy(s => s.Item1, StringComparer.Ordinal));
        (await NoticesAsync("5208")).Single().DuplicateCase.CaseId.ShouldBe(before.CaseId);
        await ShouldBeSoundAsync("5201", "5208", third);
    }

    [Fact]
    public async Task Scan_AfterATransfer_DoesNotAskAgainAboutDifferentPeople()
    {
        await PushAsync("5201", Registered("5201"));
        await PushAsync("5202", Registered("5202"));
        await ScanAsync();
        var request = new DecideCaseRequest { CaseId = (await CasesAsync(Centre)).Single().CaseId, DifferentPeople = true, Reason = "hasil verifikasi bersama" };
        (await Core.Get<DecisionHandler>().DecideAsync(Centre, request, default)).IsOk.ShouldBeTrue();

        await TransferAsync("5208", NewVillage);
        await ScanAsync();
        (await CasesAsync(Centre)).Single().State.ShouldBe(CaseState.DifferentPeople);
    }

    [Fact]
    public async Task Push_OldCodeOfAVillageThatLeft_IsRejectedInOneOfficeAndReplacedInTheOther()
    {
        await PushAsync("5201", VoterExamples.New(1));
        await TransferAsync("5208", NewVillage);
        var outcome = (await PushAsync("5201", VoterExamples.New(2))).Outcomes.Single();
        (outcome.Status, outcome.Violations[0].Code, outcome.Violations[0].Parameters[0].Value).ShouldBe((OutcomeStatus.Rejected, "VILLAGE_OTHER_OFFICE", "5208"));
        (await OutcomeOfAsync("5208", VoterExamples.New(2))).ShouldBe("Applied VILLAGE_CODE_REPLACED");
        (await RegistrationAsync("5208", VoterExamples.NikOf(2)))!.ParseRecord().VillageCode.ShouldBe(NewVillage);
        await ShouldBeSoundAsync("5201", "5208");
    }

    [Fact]
    public async Task Undo_OfAnOlderRowAfterTheVillageLeft_DoesNotBringTheVoterBack()
    {
        await PushAsync("5201", VoterExamples.New(1));
        await TransferAsync("5208", NewVillage);
        var reverted = VoterExamples.Record(1);
        reverted.VillageCode = VillageOf("5201", 1);
        (await OutcomeOfAsync("5201", VoterExamples.Upsert(reverted, UpsertReason.Reverted))).ShouldBe("Rejected VOTER_NOT_REGISTERED");
    }

    [Fact]
    public async Task Transfer_WithinAnOffice_RenamesNeutrallyAndTakesOldCodesWithAWarning()
    {
        var renamed = VillageOf("5201", 3);
        await PushAsync("5201", VoterExamples.New(1));
        var before = await RecapAsync("5201");
        (await TransferAsync("5201", renamed)).Moved.ShouldBe(1);
        var after = await RecapAsync("5201");
        (after.Total, after.DataChanged, after.AddressFrom, after.TransferredIn.Male, after.TransferredOut.Male).ShouldBe(
            (before.Total, before.DataChanged, before.AddressFrom, 1, 1));

        var changed = VoterExamples.Record(1);
        changed.Rt = 9;
        (await OutcomeOfAsync("5201", VoterExamples.Upsert(changed, UpsertReason.Changed))).ShouldBe("Applied VILLAGE_CODE_REPLACED");
        (await OutcomeOfAsync("5201", VoterExamples.Upsert(changed, UpsertReason.Changed))).ShouldBe("Unchanged VILLAGE_CODE_REPLACED");
        var now = (await RegistrationAsync("5201"))!.ParseRecord();
        (now.VillageCode, now.Rt).ShouldBe((renamed, 9));
        await ShouldBeSoundAsync("5201");
    }

    // The regency is split, and the village comes back: the code that was old is today's again.
    [Fact]
    public async Task Transfer_BackAgain_MakesTheOldCodeTodays()
    {
        await PushAsync("5201", VoterExamples.New(1));
        await TransferAsync("5208", NewVillage);
        await Core.Get<TransferHandler>().TransferAsync(Request("5208", "5201", NewVillage, OldVillage), isDryRun: false, default);
        (await RegistrationAsync("5201"))!.IsActive.ShouldBeTrue();
        (await OutcomeOfAsync("5201", VoterExamples.New(2))).ShouldBe("Applied");
        await ScanAsync();
        (await CasesAsync(Centre)).ShouldBeEmpty();
        await ShouldBeSoundAsync("5201", "5208");
    }

    private static string VillageOf(string office, int place) =>
        RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[place].Code;

    private static TransferRequest Request(string from, string to, string oldCode, string newCode) =>
        new(OfficeCode.Parse(from), OfficeCode.Parse(to), new Dictionary<string, string> { [oldCode] = newCode }, "pemekaran");

    private Task<TransferReport> TransferAsync(string to, string newVillage, bool isDryRun = false) =>
        Core.Get<TransferHandler>().TransferAsync(Request("5201", to, OldVillage, newVillage), isDryRun, default);

    private async Task<RecapFigures> RecapAsync(string range) =>
        (await Core.Get<RecapReading>().ReadAsync(OfficeCode.Parse(range), RecapPeriod.Parse("2026-Q4"), RecapLevel.Unspecified, default)).Total;
}
