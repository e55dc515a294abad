using KpuSync.Core.Duplicates;
using KpuSync.Core.Ledger;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>A server whose clock is set back, or behind another's.</summary>
public sealed class ClockTests : IAsyncLifetime
{
    private static readonly OfficeCode Office = OfficeCode.Parse("5201");

    private readonly TempFolder _folder = new();
    private TestCore _core = null!;

    public async Task InitializeAsync() => _core = await TestCore.OpenAsync(_folder.File("kpusync.db"));

    public async Task DisposeAsync()
    {
        await _core.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Entries_ClockSetBack_KeepTheTimeOfTheLastUntilItHasCaughtUp()
    {
        await PushAsync(1);
        _core.Time.AdjustTime(TestCore.Start - TimeSpan.FromHours(8));
        await PushAsync(2);
        await _core.Get<EpochHandler>().OpenEverywhereAsync("restore", default);
        _core.Time.AdjustTime(TestCore.Start + TimeSpan.FromSeconds(1));
        await PushAsync(3);

        (await TimesAsync()).ShouldBe([TestCore.Start, TestCore.Start, TestCore.Start, TestCore.Start + TimeSpan.FromSeconds(1)]);
        (await _core.Get<ChainVerifier>().VerifyAsync(Office, default)).Faults.ShouldBeEmpty();
    }

    // A notice of the scanner, which is told the time before it has the ledger's lock.
    [Fact]
    public async Task Notice_ClockSetBack_KeepsTheTimeOfTheLastEntry()
    {
        await PushAsync(1);
        await PushAsync(1, "5202");
        _core.Time.AdjustTime(TestCore.Start - TimeSpan.FromHours(1));
        await _core.Get<Scanner>().CatchUpAsync(default);

        (await TimesAsync()).ShouldBe([TestCore.Start, TestCore.Start]);
    }

    // Else an entry that a wrong clock wrote in the year 2099 would keep the office there.
    [Fact]
    public async Task Entry_AfterOneFarAhead_FollowsTheClock()
    {
        _core.Time.AdjustTime(TestCore.Start + TimeSpan.FromDays(365));
        await PushAsync(1);
        _core.Time.AdjustTime(TestCore.Start);
        await PushAsync(2);

        (await TimesAsync())[^1].ShouldBe(TestCore.Start);
    }

    private async Task PushAsync(int number, string office = "5201")
    {
        var record = VoterExamples.Record(number);
        record.VillageCode = Rules.Regions.RegionCatalogue.Default.VillagesOf(Rules.Regions.RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code;
        (await _core.PushAsync(BatchExamples.With(number, BatchExamples.Producer, office, [VoterExamples.Upsert(record)]))).IsOk.ShouldBeTrue();
    }

    private async Task<IReadOnlyList<DateTimeOffset>> TimesAsync() =>
        [.. (await _core.Store.EntriesAfterAsync(Office, 0, 10, default)).Select(e => DateTimeOffset.FromUnixTimeMilliseconds(e.CommitTimeMilliseconds))];
}
