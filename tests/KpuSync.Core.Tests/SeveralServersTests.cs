using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Ledger;
using KpuSync.Core.Push;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.Storage.Postgres;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Core.Tests;

/// <summary>Several servers on one PostgreSQL: what each does, the others see, and no two do the same.</summary>
public sealed class SeveralServersTests : IAsyncLifetime
{
    private static readonly string[] Offices = ["5201", "5202", "5271"];

    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new(TestCore.Start);
    private readonly HmacTokenSealer _key = new();
    private readonly List<TestCore> _servers = [];

    public async Task InitializeAsync()
    {
        for (var i = 0; i < 3; i++)
            await StartAsync();
    }

    public async Task DisposeAsync()
    {
        foreach (var server in _servers)
            await server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Push_OfTheSameNumbersThroughDifferentServers_FindsEveryPairOnceWhoeverScans()
    {
        using var stop = new CancellationTokenSource();
        var scanning = _servers.Select(server => Task.Run(() => ScanAsync(server, stop.Token))).ToList();
        await Task.WhenAll(Offices.Select(office => Task.Run(() => PushHoppingAsync(office, people: 60, each: 5))));
        await stop.CancelAsync();
        await Task.WhenAll(scanning);
        await ScanAsync(_servers[0], default);

        var found = (await _servers[1].Get<CaseListHandler>().ListAsync(Centre, new ListCasesRequest { Range = "RI", PageSize = 500 }, default)).Value.Cases;
        found.Count.ShouldBe(60);
        found.ShouldAllBe(c => c.Sides.Count == Offices.Length && c.State == CaseState.Open);
        foreach (var office in Offices)
            await ShouldBeSoundAsync(office);
    }

    [Fact]
    public async Task Push_OfOneBatchThroughAllServersAtOnce_IsOneEntryWithOneReceipt()
    {
        for (var sequence = 1; sequence <= 20; sequence++)
        {
            var batch = BatchExamples.Of(sequence, VoterExamples.New(sequence));
            var answers = await Task.WhenAll(_servers.Select(server => Task.Run(() => server.PushAsync(batch.Clone()))));
            answers.Select(a => a.Value.Receipt).Distinct().Count().ShouldBe(1);
            answers.Count(a => !a.Value.Repeated).ShouldBe(1);
        }

        (await _servers[0].Store.HeadOfAsync(OfficeCode.Parse("5201"), default)).Position.ShouldBe(20);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Push_WhileConnectionsAreCut_HasEveryBatchExactlyOnce()
    {
        for (var sequence = 1; sequence <= 30; sequence++)
        {
            var batch = BatchExamples.Of(sequence, Enumerable.Range(sequence * 20, 20).Select(n => VoterExamples.New(n)));
            var cut = Task.Run(CutAsync);
            while (await _servers[sequence % 2].PushAsync(batch) is { IsOk: false } refused)
                refused.Error.Reason.ShouldBe(ErrorReason.StorageUnavailable);
            await cut;
        }

        // Read by one whose connections were never cut.
        await StartAsync();
        (_servers[0], _servers[^1]) = (_servers[^1], _servers[0]);
        (await _servers[0].Store.HeadOfAsync(OfficeCode.Parse("5201"), default)).Position.ShouldBe(30);
        await ShouldBeSoundAsync("5201");
    }

    // As a server that is stopped in the middle of a page, and goes on when another has read it.
    [Fact]
    public async Task Scan_ByAServerThatWasPaused_WritesNothingTwice()
    {
        FaultyStore? paused = null;
        var old = await StartAsync(store => paused = new FaultyStore(store));
        _ = old.Store;
        await PushHoppingAsync("5201", people: 3, each: 3);
        await PushHoppingAsync("5202", people: 3, each: 3);
        var (reached, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        paused!.BeforeWrite = () =>
        {
            reached.TrySetResult();
            return goOn.Task;
        };
        var scan = Task.Run(() => ScanAsync(old, default));
        await reached.Task;
        await ScanAsync(_servers[0], default);
        goOn.SetResult();
        await scan;

        var found = (await _servers[0].Get<CaseListHandler>().ListAsync(Centre, new ListCasesRequest { Range = "RI" }, default)).Value.Cases;
        found.Count.ShouldBe(3);
        foreach (var office in new[] { "5201", "5202" })
        {
            // One batch, and one notice of what was found.
            (await _servers[0].Store.HeadOfAsync(OfficeCode.Parse(office), default)).Position.ShouldBe(2);
            await ShouldBeSoundAsync(office);
        }
    }

    [Fact]
    public async Task Member_PushedWhileItsPartyArrives_IsNeverLeftHeld()
    {
        for (var round = 1; round <= 10; round++)
        {
            var (party, number) = (round, round);
            var member = Task.Run(() => _servers[0].PushAsync(BatchExamples.Of(number, PartyExamples.Member(number, party))));
            var profile = Task.Run(() => _servers[1].PushAsync(
                BatchExamples.With(number, BatchExamples.Producer, "RI", [PartyExamples.Profile(party)]), Centre));
            await Task.WhenAll(member, profile, Task.Run(() => ScanAsync(_servers[2], default)));
        }

        await ScanAsync(_servers[2], default);
        (await _servers[0].Store.HoldsOfAsync(OfficeCode.Parse("5201"), (0, 0), 100, default)).Total.ShouldBe(0);
    }

    // Each holds a connection and reads on a second one. When they held all of the pool, each waited for another's.
    [Fact]
    public async Task Settle_ManyAtOnceOnASmallPool_AllGoThrough()
    {
        const int Holds = 12;
        await using var server = TestCore.ConnectTo(await TestDatabases.PostgresAtAsync(_folder.File("shared.db")) + ";Maximum Pool Size=4", sealer: _key, time: _time);
        await server.PushAsync(BatchExamples.Of(1, Enumerable.Range(1, Holds).Select(n => VoterExamples.Upsert(VoterExamples.Record(n, birthDate: "1924-05-05")))));

        var answers = await Task.WhenAll(Enumerable.Range(0, Holds).Select(index => Task.Run(() => server.Get<HoldHandler>().RejectAsync(
            Centre, new RejectHoldRequest { OfficeCode = "5201", Held = new EntryRef { Position = 1, Index = index }, Reason = "salah ketik" }, default))));

        answers.ShouldAllBe(answer => answer.IsOk);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Lease_OfAServerThatIsSilent_GoesOver()
    {
        var (first, second) = (_servers[0].Get<IWorkLease>(), _servers[1].Get<IWorkLease>());
        (await first.HoldAsync("scan", default), await second.HoldAsync("scan", default), await second.HoldAsync("replay", default)).ShouldBe((true, false, true));

        await _servers[2].ExecuteAsync("UPDATE work_lease SET ends_at = clock_timestamp() - interval '1 second' WHERE work = 'scan'");
        (await second.HoldAsync("scan", default)).ShouldBeTrue();
        _time.Advance(PostgresWorkLease.Length);
        (await first.HoldAsync("scan", default)).ShouldBeFalse();

        await second.ReleaseAllAsync(default);
        (await first.HoldAsync("scan", default), await first.HoldAsync("replay", default)).ShouldBe((true, true));
    }

    [Fact]
    public async Task Entry_WrittenThroughAnotherServer_IsHeardOf()
    {
        using var stop = new CancellationTokenSource();
        var signal = _servers[0].Get<LedgerSignal>();
        var listening = signal.Next;
        var listener = _servers[0].Get<PostgresListener>().ListenAsync(() => { }, stop.Token);
        await listening;
        var next = signal.Next;
        await _servers[1].PushAsync(BatchExamples.Of(1, VoterExamples.New(1)));

        await next.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        _servers[0].Get<PushActivity>().IsBusy.ShouldBeFalse();

        // Background work gives way to a load, whatever server it goes through.
        next = signal.Next;
        await _servers[1].PushAsync(BatchExamples.Of(2, [.. Enumerable.Range(2, 100).Select(number => VoterExamples.New(number))]));
        await next.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
        _servers[0].Get<PushActivity>().IsBusy.ShouldBeTrue();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(listener);
    }

    private static Caller Centre => new("admin-RI", Role.Administrator, OfficeCode.Centre);

    private async Task<TestCore> StartAsync(Func<ILedgerStore, ILedgerStore>? around = null)
    {
        var server = await TestCore.OpenPostgresAsync(_folder.File("shared.db"), sealer: _key, time: _time, around: around);
        _servers.Add(server);
        return server;
    }

    // Each batch through another server than the one before it.
    private async Task PushHoppingAsync(string office, int people, int each)
    {
        var village = RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code;
        var sequence = 0;
        foreach (var chunk in Enumerable.Range(1, people).Chunk(each))
        {
            var changes = chunk.Select(number =>
            {
                var record = VoterExamples.Record(number);
                record.VillageCode = village;
                return VoterExamples.Upsert(record);
            });
            var answer = await _servers[++sequence % 3].PushAsync(BatchExamples.With(sequence, BatchExamples.Producer, office, changes));
            answer.Value.Receipt.Counts.Applied.ShouldBe(chunk.Length);
        }
    }

    // A page that met another scanner's locks is read again.
    private static async Task ScanAsync(TestCore server, CancellationToken stop)
    {
        do
        {
            try
            {
                await server.Get<Scanner>().CatchUpAsync(default);
            }
            catch (StoreUnavailableException)
            {
            }
        }
        while (stop.CanBeCanceled && !stop.IsCancellationRequested);
    }

    private Task CutAsync() => _servers[2].ExecuteAsync(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");

    private async Task ShouldBeSoundAsync(string office)
    {
        (await _servers[0].Get<ChainVerifier>().VerifyAsync(OfficeCode.Parse(office), default)).Faults.ShouldBeEmpty();
        (await _servers[0].Get<RebuildHandler>().CheckAsync(OfficeCode.Parse(office), default)).Differences.ShouldBeEmpty();
    }
}
