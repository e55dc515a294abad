using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Core.Tests.Recap;

/// <summary>Published figures of a whole province, at the level of the tallies.</summary>
public sealed class ProvinceFiguresTests : IAsyncLifetime
{
    private const int OpeningMale = 1_947_363;

    // Voters of the regional election of 2024, office by office; together 3,964,325.
    private static readonly (string Office, int Voters)[] _offices =
    [
        ("5201", 522_134), ("5202", 777_196), ("5203", 994_467), ("5204", 374_351), ("5205", 190_546),
        ("5206", 377_655), ("5207", 107_560), ("5208", 185_461), ("5271", 320_604), ("5272", 114_351),
    ];

    private static readonly DateOnly _opening = new(2024, 12, 10);
    private static readonly DateOnly _inPeriod = new(2025, 5, 5);

    private readonly TempFolder _folder = new();
    private TestCore _core = null!;

    public async Task InitializeAsync() =>
        _core = await TestCore.OpenAsync(_folder.File("kpusync.db"), time: new FakeTimeProvider(new DateTimeOffset(2024, 12, 10, 2, 0, 0, TimeSpan.Zero)));

    public async Task DisposeAsync()
    {
        await _core.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Get_NusaTenggaraBaratFirstSemester2025_IsAsPublished()
    {
        var male = OpeningMale;
        foreach (var (office, voters) in _offices)
        {
            var here = office == _offices[^1].Office ? male : (int)((long)voters * OpeningMale / 3_964_325);
            male -= here;
            await CountAsync(office, (_opening, Measure.OpeningBalance, Sex.Male, here), (_opening, Measure.OpeningBalance, Sex.Female, voters - here));
        }

        await CountAsync(
            "5203",
            (_inPeriod, Measure.NewFirstTime, Sex.Male, 20_000), (_inPeriod, Measure.NewFirstTime, Sex.Female, 20_000),
            (_inPeriod, Measure.NewMovedIn, Sex.Male, 1_617), (_inPeriod, Measure.NewMovedIn, Sex.Female, 1_617),
            (_inPeriod, Measure.Deceased, Sex.Male, 7_910), (_inPeriod, Measure.MovedAway, Sex.Female, 7_909));

        var total = (await _core.Get<RecapHandler>().HandleAsync(
            new Caller("province", Role.Administrator, OfficeCode.Parse("P52")), new GetRecapRequest { OfficeCode = "P52", Period = "2025-S1" }, default)).Value.Total;

        Sum(total.PreviousTotal).ShouldBe(3_964_325);
        (Sum(total.NewFirstTime) + Sum(total.NewMovedIn)).ShouldBe(43_234);
        total.Removed.Sum(r => Sum(r.Count)).ShouldBe(15_819);
        Sum(total.Total).ShouldBe(3_991_740);
        total.Total.ShouldBe(new SexCount { Male = 1_961_070, Female = 2_030_670 });
    }

    // A rejected change begins the ledger without counting anything; then the tallies are written as a push writes them.
    private async Task CountAsync(string office, params (DateOnly Day, Measure Measure, Sex Sex, int Count)[] counts)
    {
        await _core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, office, [VoterExamples.Remove(VoterExamples.NikOf(1))]));
        var code = OfficeCode.Parse(office);
        var village = RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code;
        var view = new OfficeView(code);
        foreach (var (day, measure, sex, count) in counts)
            view.Count(new TallyKey(day, village, 1, measure, sex), count);
        await using var write = await _core.Store.BeginWriteAsync([code], default);
        await write.SaveAsync([view], default);
        await write.CommitAsync(default);
    }

    private static long Sum(SexCount count) => count.Male + count.Female;
}
