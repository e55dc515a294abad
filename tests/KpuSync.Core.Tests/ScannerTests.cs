using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Store;
using KpuSync.Rules.Regions;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Core.Tests;

/// <summary>The scanner beside live pushes, and stopped in the middle.</summary>
public class ScannerTests : OfficesTests
{
    private static readonly string[] Offices = ["5201", "5202", "5203", "5204", "5205", "5206", "5171", "5103"];

    [Fact]
    public async Task Push_SameNumbersByEightOfficesAtOnce_FindsEveryPair()
    {
        const int people = 400;
        const int batch = 100;
        using var stop = new CancellationTokenSource();
        var scanning = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await Core.Get<Scanner>().StepAsync(1, default);
        });
        await Task.WhenAll(Offices.Select(office => Task.Run(async () =>
        {
            for (var first = 1; first <= people; first += batch)
                await PushAsync(office, [.. Enumerable.Range(first, batch).Select(n => InOffice(n, office))]);
        })));
        await stop.CancelAsync();
        await scanning;
        await ScanAsync();

        var cases = await AllCasesAsync();
        cases.Count.ShouldBe(people);
        cases.ShouldAllBe(c => c.Class == CaseClass.K1 && c.Sides.Count == Offices.Length);
        await ShouldBeSoundAsync(Offices);
    }

    [Theory]
    [InlineData(CrashPoint.Begin)] // Before the matching index is written.
    [InlineData(CrashPoint.AfterCommit)] // With the index, before cases and checkpoint.
    public async Task Scan_StoppedInTheMiddle_GoesOnFromItsCheckpointAndOpensNothingTwice(CrashPoint crash)
    {
        await PushAsync("5201", Registered("5201"));
        await PushAsync("5202", Registered("5202"));
        var store = new FaultyStore(Core.Store) { Next = crash };
        using var stopped = ActivatorUtilities.CreateInstance<Scanner>(Core.Services, store);
        await stopped.StepAsync(16, default).ShouldThrowAsync<StoreUnavailableException>();

        await ScanAsync();
        await ScanAsync();
        (await AllCasesAsync()).ShouldHaveSingleItem();
        (await NoticesAsync("5201")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Scan_DamagedLedger_StopsThereAndGoesOnElsewhere()
    {
        await PushAsync("5203", VoterExamples.New(1, "5203"));
        await Core.ExecuteAsync("UPDATE ledger_entry SET payload = digest WHERE office = '5203'");

        await PushAsync("5201", Registered("5201"));
        await PushAsync("5202", Registered("5202"));
        await ScanAsync();
        (await AllCasesAsync()).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Push_AStolenExportOfAnotherOffice_IsRejectedAndTellsNothing()
    {
        await PushAsync("5202", Registered("5202"));
        var outcome = await OutcomeOfAsync("5201", VoterExamples.Upsert(VoterExamples.Record(1, "5202")));
        outcome.ShouldStartWith("Rejected");
        outcome.ShouldContain("VILLAGE_OTHER_OFFICE");
        await ScanAsync();
        (await AllCasesAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("1896-11-01", "VOTER_OVER_100_UNVERIFIED")] // 130: the oldest that is believed, once verified.
    [InlineData("1895-11-01", "AGE_IMPOSSIBLE")]            // 131.
    public async Task Push_SomebodyOf130_IsHeldAndOlderOnesRejected(string birthDate, string code) =>
        (await OutcomeOfAsync("5201", VoterExamples.Upsert(VoterExamples.Record(1, birthDate: birthDate)))).ShouldContain(code);

    [Fact]
    public async Task Scan_NamesOfTitlesOnly_MatchNobodyByName()
    {
        await PushAsync("5201", VoterExamples.Upsert(VoterExamples.Record(1, name: "H.")), VoterExamples.Upsert(VoterExamples.Record(6, name: "HJ.")));
        await ScanAsync();
        (await AllCasesAsync()).ShouldBeEmpty();
    }

    private static Change InOffice(int number, string office)
    {
        var record = VoterExamples.Record(number);
        record.VillageCode = RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code;
        return VoterExamples.Upsert(record);
    }

    private async Task<IReadOnlyList<DuplicateCase>> AllCasesAsync() =>
        (await Core.Get<CaseListHandler>().ListAsync(Centre, new ListCasesRequest { Range = "RI", PageSize = 500 }, default)).Value.Cases;
}
