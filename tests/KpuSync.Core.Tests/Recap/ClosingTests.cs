using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests.Recap;

/// <summary>Closing and reopening periods, and what is applied afterwards.</summary>
public class ClosingTests : CoreTests
{
    private const string Minutes = "26/PL.01.2-BA/5201/2026";

    private static readonly Caller _operator = new("operator", Role.OfficeOperator, OfficeCode.Parse("5201"));
    private static readonly Caller _province = new("province", Role.Administrator, OfficeCode.Parse("P52"));
    private static readonly Caller _centre = new("centre", Role.Administrator, OfficeCode.Centre);

    [Fact]
    public async Task Close_EndedPeriod_FreezesPositionChainAndFigures()
    {
        var pushed = await PushAsync(VoterExamples.New(1));
        On(2026, 12, 2);
        await PushAsync(VoterExamples.New(2));

        var closing = (await CloseAsync("2026-11")).Value;

        closing.Ledgers.ShouldBe([new LedgerPoint { OfficeCode = "5201", Position = pushed.Position, ChainHash = pushed.ChainHash }]);
        closing.Figures.Total.Male.ShouldBe(1);
        (closing.Position, closing.MinutesNumber, closing.ClosedBy).ShouldBe((3, Minutes, "operator"));
        (await RecapAsync("2026-11")).Closing.ShouldBe(closing);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Close_AgainUnderTheSameMinutes_IsTheSameClosing()
    {
        await PushAsync(VoterExamples.New(1));
        On(2026, 12, 2);
        var first = (await CloseAsync("2026-11")).Value;

        (await CloseAsync("2026-11")).Value.ShouldBe(first);
        (await CloseAsync("2026-11", minutes: "27")).Error!.Reason.ShouldBe(ErrorReason.RecapPeriodClosed);
    }

    [Fact]
    public async Task Close_LastMinuteOfThePeriod_IsRefusedUntilItIsOver()
    {
        await PushAsync(VoterExamples.New(1));
        Core.Time.SetUtcNow(new DateTimeOffset(2026, 11, 30, 23, 59, 0, TimeSpan.FromHours(8)));
        (await CloseAsync("2026-11")).Error!.Reason.ShouldBe(ErrorReason.RecapPeriodNotEnded);

        Core.Time.Advance(TimeSpan.FromMinutes(1));
        (await CloseAsync("2026-11")).IsOk.ShouldBeTrue();
    }

    [Fact]
    public async Task Close_BeforeTheFirstEntry_IsRefused()
    {
        await PushAsync(VoterExamples.New(1));

        (await CloseAsync("2026-10")).Error!.Reason.ShouldBe(ErrorReason.RecapBeforeFirstEntry);
    }

    [Fact]
    public async Task Push_EffectiveInAClosedPeriod_CountsTodayAndShowsAsCorrection()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.New(2));
        On(2026, 12, 2);
        var closed = (await CloseAsync("2026-11")).Value.Figures;
        await PushAsync(Dated(VoterExamples.New(3)), Dated(VoterExamples.Remove(VoterExamples.NikOf(1))), VoterExamples.New(4));

        (await RecapAsync("2026-11")).Total.ShouldBe(closed);
        var open = (await RecapAsync("2026-12")).Total;
        (open.NewFirstTime.Male, open.CorrectionsEntered.Male, open.CorrectionsRemoved.Male, open.Total.Male).ShouldBe((2, 1, 1, 3));
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Push_EffectiveInAnOpenPeriodOfThePast_IsNoCorrection()
    {
        await PushAsync(VoterExamples.New(1));
        On(2026, 12, 2);
        await PushAsync(Dated(VoterExamples.New(3)));

        (await RecapAsync("2026-12")).Total.CorrectionsEntered.Male.ShouldBe(0);
    }

    [Fact]
    public async Task Reopen_WithAReason_OpensItAndStandsInTheLedger()
    {
        await PushAsync(VoterExamples.New(1));
        On(2026, 12, 2);
        await CloseAsync("2026-11");

        (await ReopenAsync("2026-11")).Value.ShouldBe(3);

        (await RecapAsync("2026-11")).Closing.ShouldBeNull();
        (await ReopenAsync("2026-11")).Error!.Reason.ShouldBe(ErrorReason.RecapPeriodNotClosed);
        await PushAsync(Dated(VoterExamples.New(3)));
        (await RecapAsync("2026-12")).Total.CorrectionsEntered.Male.ShouldBe(0);
        (await CloseAsync("2026-11", minutes: "27")).IsOk.ShouldBeTrue();
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task Close_ProvinceBeforeItsOffices_NamesThem()
    {
        await PushAsync(VoterExamples.New(1));
        await Core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, "5203", [VoterExamples.New(1, "5203")]));
        On(2027, 1, 2);
        await CloseAsync("2026-S2");

        var error = (await CloseAsync("2026-S2", "P52", _province)).Error!;

        (error.Reason, error.Metadata["offices"]).ShouldBe((ErrorReason.RecapOfficesOpen, "5203"));
    }

    // Regencies close quarters, provinces semesters; what was before the first entry needs no closing.
    [Fact]
    public async Task Close_FromRegencyToCentre_EachFreezesWhatIsBelow()
    {
        await PushAsync(VoterExamples.New(1));
        On(2027, 1, 2);
        await CloseAsync("2026-Q4");

        (await CloseAsync("2026-S2", "RI", _centre)).Error!.Metadata["offices"].ShouldBe("P52");
        var province = (await CloseAsync("2026-S2", "P52", _province)).Value;
        var centre = (await CloseAsync("2026-S2", "RI", _centre)).Value;

        province.Ledgers.ShouldHaveSingleItem().OfficeCode.ShouldBe("5201");
        centre.Ledgers.ShouldBe(province.Ledgers);
        (province.Position, centre.Position).ShouldBe((1, 1));
        foreach (var office in new[] { "5201", "P52", "RI" })
            await ShouldBeSoundAsync(office);
    }

    [Fact]
    public async Task Reopen_UnderAClosedProvince_NamesIt()
    {
        await PushAsync(VoterExamples.New(1));
        On(2027, 1, 2);
        await CloseAsync("2026-Q4");
        await CloseAsync("2026-S2", "P52", _province);

        var error = (await ReopenAsync("2026-Q4")).Error!;

        (error.Reason, error.Metadata["office"], error.Metadata["period"]).ShouldBe((ErrorReason.RecapClosedAbove, "P52", "2026-S2"));
        await ReopenAsync("2026-S2", "P52", _province);
        (await ReopenAsync("2026-Q4")).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Role.OfficeOperator, "5202", "5201", ErrorReason.RangeNotGranted)]
    [InlineData(Role.OfficeOperator, "5201", "P52", ErrorReason.RangeNotGranted)]
    [InlineData(Role.Administrator, "P51", "5201", ErrorReason.RangeNotGranted)]
    [InlineData(Role.Administrator, "P52", "RI", ErrorReason.RangeNotGranted)]
    [InlineData(Role.Auditor, "RI", "5201", ErrorReason.RoleNotAllowed)]
    [InlineData(Role.Integrator, "5201", "5201", ErrorReason.RoleNotAllowed)]
    public async Task Close_ByNobodyWhoMay_IsRefused(Role role, string own, string office, ErrorReason reason)
    {
        var caller = new Caller("c", role, OfficeCode.Parse(own));

        (await CloseAsync("2026-10", office, caller)).Error!.Reason.ShouldBe(reason);
        (await ReopenAsync("2026-10", office, caller)).Error!.Reason.ShouldBe(reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("5201012103800001")]    // An identity number may not stand in a ledger in clear.
    [InlineData("26\n27")]
    public async Task Close_UnusableMinutes_NamesTheField(string minutes)
    {
        (await CloseAsync("2026-10", minutes: minutes)).Error!.Metadata["field"].ShouldBe("minutes_number");
        (await ReopenAsync("2026-10", reason: minutes)).Error!.Metadata["field"].ShouldBe("reason");
    }

    private static Change Dated(Change change)
    {
        change.EffectiveDate = "2026-11-20";
        return change;
    }

    private void On(int year, int month, int day) => Core.Time.SetUtcNow(new DateTimeOffset(year, month, day, 10, 0, 0, TimeSpan.FromHours(8)));

    private Task<Result<PeriodClosing>> CloseAsync(string period, string office = "5201", Caller? caller = null, string minutes = Minutes) =>
        Core.Get<ClosePeriodHandler>().HandleAsync(
            caller ?? _operator, new ClosePeriodRequest { OfficeCode = office, Period = period, MinutesNumber = minutes }, default);

    private Task<Result<long>> ReopenAsync(string period, string office = "5201", Caller? caller = null, string reason = "salah hitung") =>
        Core.Get<ReopenPeriodHandler>().HandleAsync(
            caller ?? _operator, new ReopenPeriodRequest { OfficeCode = office, Period = period, Reason = reason }, default);

    private async Task<GetRecapResponse> RecapAsync(string period) => (await Core.Get<RecapHandler>().HandleAsync(
        _operator, new GetRecapRequest { OfficeCode = "5201", Period = period }, default)).Value;

    private async Task ShouldBeSoundAsync(string code = "5201")
    {
        var office = OfficeCode.Parse(code);
        (await Core.Get<ChainVerifier>().VerifyAsync(office, default)).Faults.ShouldBeEmpty();
        (await Core.Get<RebuildHandler>().CheckAsync(office, default)).Differences.ShouldBeEmpty();
        (await Core.Get<TallyCheck>().CheckAsync(office, default)).Differences.ShouldBeEmpty();
    }
}
