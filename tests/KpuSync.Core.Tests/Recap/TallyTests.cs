using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests.Recap;

/// <summary>What a change counts as, and that every way of counting amounts to the register.</summary>
public class TallyTests : CoreTests
{
    private static readonly OfficeCode _office = OfficeCode.Parse("5201");

    private static int Station => VoterExamples.Record(1).PollingStation;

    [Theory]
    [InlineData(UpsertReason.NewFirstTime, Measure.NewFirstTime)]
    [InlineData(UpsertReason.NewMovedIn, Measure.NewMovedIn)]
    [InlineData(UpsertReason.State, Measure.StateEntered)]
    [InlineData(UpsertReason.OpeningBalance, Measure.OpeningBalance)]
    public async Task Upsert_OfSomebodyUnknown_CountsByItsReason(UpsertReason reason, Measure measure)
    {
        var change = VoterExamples.Upsert(VoterExamples.Record(1), reason);
        change.VoterUpsert.MinutesNumber = "26/PL.01.2-BA/52/2025";
        await PushAsync(change);

        (await CountsAsync()).ShouldBe([(measure, 1)]);
    }

    [Theory]
    [InlineData(RemovalGround.Deceased, Measure.Deceased)]
    [InlineData(RemovalGround.Duplicate, Measure.Duplicate)]
    [InlineData(RemovalGround.MovedAway, Measure.MovedAway)]
    [InlineData(RemovalGround.NotResident, Measure.NotResident)]
    [InlineData(RemovalGround.NoElectronicCard, Measure.NoElectronicCard)]
    public async Task Removal_CountsByItsGround(RemovalGround ground, Measure measure)
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.Remove(VoterExamples.NikOf(1), ground));

        (await CountsAsync()).ShouldBe([(Measure.NewFirstTime, 1), (measure, 1)]);
    }

    [Fact]
    public async Task Unchanged_HeldAndRejected_CountNothing()
    {
        await PushAsync(VoterExamples.New(1));
        await PushAsync(
            VoterExamples.New(1),
            VoterExamples.Upsert(VoterExamples.Record(2, birthDate: "1920-01-01")),
            VoterExamples.Remove(VoterExamples.NikOf(3)));

        (await CountsAsync()).ShouldBe([(Measure.NewFirstTime, 1)]);
    }

    [Fact]
    public async Task Change_OfData_CountsOnceAndMovesNobody()
    {
        await PushAsync(VoterExamples.New(1), Changed(v => v.Rt = 9));

        (await CountsAsync()).ShouldBe([(Measure.NewFirstTime, 1), (Measure.DataChanged, 1)]);
    }

    [Fact]
    public async Task Change_OfPollingStation_IsAddressFromAndTo()
    {
        await PushAsync(VoterExamples.New(1), Changed(v => v.PollingStation = 7, UpsertReason.PollingStationCorrected));

        (await TalliesAsync()).Where(t => t.Key.Measure is not Measure.NewFirstTime).Select(t => (t.Key.Measure, t.Key.PollingStation)).ShouldBe(
            [(Measure.StationMovedOut, Station), (Measure.AddressFrom, Station), (Measure.StationMovedIn, 7), (Measure.AddressTo, 7)]);
    }

    [Theory]
    [InlineData(0, 1, Measure.VillageMovedOut, Measure.VillageMovedIn)]
    [InlineData(1, 0, Measure.DistrictMovedOut, Measure.DistrictMovedIn)]
    public async Task Change_OfVillage_LeavesTheSmallestAreaThatHoldsBoth(int district, int village, Measure leaving, Measure coming)
    {
        var regions = RegionCatalogue.Default;
        var code = regions.VillagesOf(regions.DistrictsOf("5201")[district].Code)[village].Code;
        await PushAsync(VoterExamples.New(1), Changed(v => v.VillageCode = code));

        (await CountsAsync()).ShouldBe([(Measure.NewFirstTime, 1), (coming, 1), (leaving, 1), (Measure.AddressFrom, 1), (Measure.AddressTo, 1)]);
    }

    [Fact]
    public async Task Change_ThatAssignsAPollingStation_IsDataAndNotAnAddress()
    {
        var voter = VoterExamples.Record(1);
        voter.PollingStation = 0;
        await PushAsync(VoterExamples.Upsert(voter), Changed(_ => { }));

        (await CountsAsync()).ShouldBe([(Measure.NewFirstTime, 1), (Measure.StationMovedIn, 1), (Measure.StationMovedOut, 1), (Measure.DataChanged, 1)]);
    }

    [Fact]
    public async Task Change_OfSex_LeavesOneColumnForTheOther()
    {
        await PushAsync(VoterExamples.New(1), Changed(v => v.Sex = Sex.Female));

        (await TalliesAsync()).Select(t => (t.Key.Measure, t.Key.Sex)).ShouldBe(
            [(Measure.NewFirstTime, Sex.Male), (Measure.SexCorrectedIn, Sex.Female), (Measure.SexCorrectedOut, Sex.Male), (Measure.DataChanged, Sex.Female)]);
    }

    [Fact]
    public async Task NikChange_IsNeutral()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.ChangeNik(VoterExamples.NikOf(1), Renumbered(VoterExamples.Record(1))));

        (await CountsAsync()).ShouldBe([(Measure.NewFirstTime, 1)]);
    }

    [Fact]
    public async Task EntryReverted_TakesTheEntryOutOfItsMeasure()
    {
        await PushAsync(VoterExamples.Upsert(VoterExamples.Record(1), UpsertReason.NewMovedIn));
        await PushAsync(Changed(v => v.Rt = 9));
        await PushAsync(VoterExamples.Remove(VoterExamples.NikOf(1), RemovalGround.EntryReverted));

        (await CountsAsync()).ShouldBe([(Measure.DataChanged, 1)]);
    }

    [Fact]
    public async Task Reverted_Removal_TakesItBackWhereItWasCounted()
    {
        await PushAsync(VoterExamples.New(1));
        await PushAsync(VoterExamples.Remove(VoterExamples.NikOf(1)));
        Core.Time.Advance(TimeSpan.FromDays(1));
        await PushAsync(VoterExamples.Upsert(VoterExamples.Record(1), UpsertReason.Reverted));

        (await TalliesAsync()).Select(t => (t.Key.Day.Day, t.Key.Measure, t.Count)).ShouldBe(
            [(24, Measure.NewFirstTime, 1), (24, Measure.Deceased, 1), (25, Measure.Deceased, -1)]);
    }

    [Fact]
    public async Task Reverted_Change_CountsAsThatChangeWithTheOppositeSign()
    {
        await PushAsync(VoterExamples.New(1), Changed(v => v.PollingStation = 7));
        await PushAsync(VoterExamples.Upsert(VoterExamples.Record(1), UpsertReason.Reverted));

        (await CountsAsync()).ShouldBe([(Measure.NewFirstTime, 1)]);
    }

    [Fact]
    public async Task Returned_AfterARemoval_IsAnEntryOfItsOwn()
    {
        await PushAsync(VoterExamples.New(1));
        await PushAsync(VoterExamples.Remove(VoterExamples.NikOf(1), RemovalGround.MovedAway));
        await PushAsync(VoterExamples.Upsert(VoterExamples.Record(1), UpsertReason.NewMovedIn));

        (await CountsAsync()).ShouldBe([(Measure.NewFirstTime, 1), (Measure.NewMovedIn, 1), (Measure.MovedAway, 1)]);
    }

    [Fact]
    public async Task AllOrNothing_ThatFails_CountsNothing()
    {
        var batch = BatchExamples.Of(1, VoterExamples.New(1), VoterExamples.New(2), VoterExamples.Remove(VoterExamples.NikOf(9)));
        batch.Mode = BatchMode.AllOrNothing;
        await Core.PushAsync(batch);

        (await CountsAsync()).ShouldBeEmpty();
    }

    // 00:30 WITA on the first of December is still November in Greenwich, and in the capital.
    [Fact]
    public async Task Day_HalfPastMidnightOfTheFirst_IsTheOfficesOwn()
    {
        Core.Time.SetUtcNow(new DateTimeOffset(2026, 12, 1, 0, 30, 0, TimeSpan.FromHours(8)));
        await PushAsync(VoterExamples.New(1));

        (await TalliesAsync()).ShouldHaveSingleItem().Key.Day.ShouldBe(new DateOnly(2026, 12, 1));
    }

    [Fact]
    public async Task Check_TallyAltered_IsNamedByScanAndLedger()
    {
        await PushAsync(VoterExamples.New(1));
        await Core.ExecuteAsync("UPDATE recap_tally SET n = 3");

        var scan = await Core.Get<TallyCheck>().CheckAsync(_office, default);
        scan.Differences.ShouldBe([new TallyDifference(VoterExamples.Record(1).VillageCode, Station, Sex.Male, 3, 1)]);
        var rebuild = await Core.Get<RebuildHandler>().CheckAsync(_office, default);
        rebuild.Differences.ShouldHaveSingleItem().What.ShouldBe($"tally 2026-11-24 {VoterExamples.Record(1).VillageCode} TPS {Station} NewFirstTime L");
    }

    private static VoterRecord Renumbered(VoterRecord voter)
    {
        voter.Nik = VoterExamples.NikOf(5);
        return voter;
    }

    private static Change Changed(Action<VoterRecord> change, UpsertReason reason = UpsertReason.Changed)
    {
        var voter = VoterExamples.Record(1);
        change(voter);
        return VoterExamples.Upsert(voter, reason);
    }

    private async Task<List<Tally>> TalliesAsync()
    {
        var tallies = new List<Tally>();
        await foreach (var tally in Core.Store.TalliesOfAsync(_office, default))
            tallies.Add(tally);
        return tallies;
    }

    // Over days, places and sexes, without what sums to nothing.
    private async Task<IReadOnlyList<(Measure Measure, long Count)>> CountsAsync() =>
        [.. (await TalliesAsync()).GroupBy(t => t.Key.Measure).Select(g => (Measure: g.Key, Count: g.Sum(t => t.Count))).Where(c => c.Count != 0).OrderBy(c => c.Measure)];
}
