using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Recap;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests.Recap;

/// <summary>What a recap answers, at every level and over every kind of period.</summary>
public class RecapTests : CoreTests
{
    [Fact]
    public async Task Get_PeriodWithEntriesBeforeIt_BeginsWithTheirTotal()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.New(2));
        On(2026, 12, 5);
        await PushAsync(
            VoterExamples.Upsert(VoterExamples.Record(3), UpsertReason.NewMovedIn),
            VoterExamples.Remove(VoterExamples.NikOf(1)),
            VoterExamples.Remove(VoterExamples.NikOf(2), RemovalGround.MovedAway));

        var total = (await RecapAsync("2026-12")).Total;

        total.PreviousTotal.ShouldBe(new SexCount { Male = 2 });
        total.NewMovedIn.ShouldBe(new SexCount { Male = 1 });
        total.Removed.Select(r => (r.Ground, r.Count.Male)).ShouldBe([(RemovalGround.Deceased, 1), (RemovalGround.MovedAway, 1)]);
        total.Total.ShouldBe(new SexCount { Male = 1 });
        (total.Districts, total.Villages, total.PollingStations).ShouldBe((1, 1, 1));
    }

    [Fact]
    public async Task Get_QuarterAndSemester_HoldTheirMonths()
    {
        await PushAsync(VoterExamples.New(1));
        On(2026, 12, 5);
        await PushAsync(VoterExamples.New(2));

        (await RecapAsync("2026-Q4")).Total.NewFirstTime.Male.ShouldBe(2);
        (await RecapAsync("2026-S2")).Total.NewFirstTime.Male.ShouldBe(2);
        (await RecapAsync("2026-11")).Total.NewFirstTime.Male.ShouldBe(1);
    }

    // 00:30 WITA on the first of December is the 30th of November in Jakarta.
    [Fact]
    public async Task Get_HalfPastMidnightOfTheFirst_CountsInTheOfficesNewMonth()
    {
        await PushAsync(VoterExamples.New(1));
        Core.Time.SetUtcNow(new DateTimeOffset(2026, 12, 1, 0, 30, 0, TimeSpan.FromHours(8)));
        await PushAsync(VoterExamples.New(2));

        (await RecapAsync("2026-11")).Total.Total.Male.ShouldBe(1);
        (await RecapAsync("2026-11")).Provisional.ShouldBeFalse();
        (await RecapAsync("2026-12")).Total.NewFirstTime.Male.ShouldBe(1);
    }

    [Fact]
    public async Task Get_PeriodThatHasNotEnded_IsProvisional()
    {
        await PushAsync(VoterExamples.New(1));

        (await RecapAsync("2026-11")).Provisional.ShouldBeTrue();
        On(2026, 12, 1);
        (await RecapAsync("2026-11")).Provisional.ShouldBeFalse();
    }

    [Fact]
    public async Task Get_PeriodBeforeTheFirstEntry_IsRefusedWithTheFirstDay()
    {
        await PushAsync(VoterExamples.New(1));

        var error = (await AskAsync("2026-Q3")).Error!;

        error.Reason.ShouldBe(ErrorReason.RecapBeforeFirstEntry);
        error.Metadata["first_day"].ShouldBe("2026-11-24");
    }

    [Fact]
    public async Task Get_OfficeWithoutEntries_IsRefused() =>
        (await AskAsync("2026-11")).Error!.Metadata["first_day"].ShouldBe("-");

    [Fact]
    public async Task Get_MoveBetweenVillages_ShowsBelowTheOfficeOnlyWhereItCrosses()
    {
        var villages = RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf("5201")[0].Code);
        await PushAsync(VoterExamples.New(1), VoterExamples.New(2));
        var moved = VoterExamples.Record(1);
        moved.VillageCode = villages[1].Code;
        await PushAsync(VoterExamples.Upsert(moved, UpsertReason.PollingStationCorrected));

        var byVillage = await RecapAsync("2026-11", RecapLevel.Village);
        byVillage.Rows.Select(r => (r.Code, r.Figures.MovedOut.Male, r.Figures.MovedIn.Male, r.Figures.Total.Male)).ShouldBe(
            [(villages[0].Code, 1, 0, 1), (villages[1].Code, 0, 1, 1)]);
        var byDistrict = await RecapAsync("2026-11", RecapLevel.District);
        byDistrict.Rows.ShouldHaveSingleItem().Figures.MovedOut.Male.ShouldBe(0);
        byDistrict.Total.AddressFrom.Male.ShouldBe(1);
        byDistrict.Total.AddressTo.Male.ShouldBe(1);
        (byDistrict.Total.Villages, byDistrict.Total.PollingStations).ShouldBe((2, 2));
    }

    [Fact]
    public async Task Get_ByPollingStation_HasARowForEach()
    {
        await PushAsync(At(1, station: 2), At(2, station: 10), At(3, station: 2), At(4, station: 0));

        (await RecapAsync("2026-11", RecapLevel.PollingStation)).Rows.Select(r => (r.PollingStation, r.Figures.Total.Male, r.Figures.PollingStations))
            .ShouldBe([(0, 1, 0), (2, 2, 1), (10, 1, 1)]);
    }

    [Fact]
    public async Task Get_Province_SumsItsOfficesAndNoOther()
    {
        await PushAsync(VoterExamples.New(1));
        await PushTo("5202", VoterExamples.New(1, "5202"), VoterExamples.New(2, "5202"));
        await PushTo("5101", VoterExamples.New(1, "5101"));

        var province = await RecapAsync("2026-11", RecapLevel.Office, "P52");
        province.Total.Total.Male.ShouldBe(3);
        province.Rows.Select(r => (r.Code, r.Figures.Total.Male)).ShouldBe([("5201", 1), ("5202", 2)]);
        (await RecapAsync("2026-11", RecapLevel.Office, "RI")).Total.Total.Male.ShouldBe(4);
    }

    [Fact]
    public async Task Get_HeldChange_IsCountedAsHeld()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.Upsert(VoterExamples.Record(2, birthDate: "1920-01-01")));

        (await RecapAsync("2026-11")).Total.Held.ShouldBe(1);
        (await RecapAsync("2026-11", RecapLevel.Office, "P52")).Rows.ShouldHaveSingleItem().Figures.Held.ShouldBe(1);
    }

    [Theory]
    [InlineData("5201", "2026-Q5", RecapLevel.Unspecified, "period")]
    [InlineData("52", "2026-Q4", RecapLevel.Unspecified, "office_code")]
    [InlineData("P52", "2026-Q4", RecapLevel.Village, "level")]
    [InlineData("RI", "2026-Q4", RecapLevel.District, "level")]
    [InlineData("5201", "2026-Q4", (RecapLevel)99, "level")]
    public async Task Get_Malformed_NamesTheField(string office, string period, RecapLevel level, string field)
    {
        var error = (await AskAsync(period, level, office)).Error!;

        (error.Reason, error.Metadata["field"]).ShouldBe((ErrorReason.RequestInvalid, field));
    }

    [Theory]
    [InlineData(Role.OfficeOperator, "5202", "5201")]
    [InlineData(Role.OfficeOperator, "5201", "P52")]
    [InlineData(Role.Administrator, "P51", "5201")]
    [InlineData(Role.Administrator, "P52", "RI")]
    [InlineData(Role.PartyOperator, "5201", "5201")]
    public async Task Get_RangeThatTheCallerMayNotRead_IsRefused(Role role, string own, string range)
    {
        await PushAsync(VoterExamples.New(1));
        var caller = new Caller("c", role, OfficeCode.Parse(own));

        (await AskAsync("2026-11", office: range, caller: caller)).Error!.Reason.ShouldBe(ErrorReason.RangeNotGranted);
    }

    private static Change At(int number, int station)
    {
        var voter = VoterExamples.Record(number);
        voter.Nkk = $"520101010120{number:0000}";
        voter.PollingStation = station;
        return VoterExamples.Upsert(voter);
    }

    private void On(int year, int month, int day) => Core.Time.SetUtcNow(new DateTimeOffset(year, month, day, 10, 0, 0, TimeSpan.FromHours(8)));

    private async Task PushTo(string office, params Change[] changes) =>
        (await Core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, office, changes))).IsOk.ShouldBeTrue();

    private async Task<GetRecapResponse> RecapAsync(string period, RecapLevel level = RecapLevel.Unspecified, string office = "5201") =>
        (await AskAsync(period, level, office)).Value;

    private Task<Result<GetRecapResponse>> AskAsync(
        string period, RecapLevel level = RecapLevel.Unspecified, string office = "5201", Caller? caller = null) =>
        Core.Get<RecapHandler>().HandleAsync(
            caller ?? new Caller("centre", Role.Auditor, OfficeCode.Centre), new GetRecapRequest { OfficeCode = office, Period = period, Level = level }, default);
}
