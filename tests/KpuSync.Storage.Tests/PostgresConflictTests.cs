using KpuSync.Contracts.V1;
using KpuSync.Core;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Replay;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Storage.Tests;

/// <summary>Settlements that another write is in the way of: they begin anew by themselves, a few times, as pushes do.</summary>
public sealed class PostgresConflictTests : IAsyncLifetime
{
    private static readonly OfficeCode Office = OfficeCode.Parse("5201");
    private static readonly Caller Centre = new("admin-RI", Role.Administrator, OfficeCode.Centre);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(10);

    private readonly TempFolder _folder = new();
    private string _connectionString = "";
    private TestCore _core = null!;

    public async Task InitializeAsync()
    {
        _connectionString = await TestDatabases.PostgresAtAsync(_folder.File("kpusync.db"));
        _core = TestCore.ConnectTo(_connectionString);
    }

    public async Task DisposeAsync()
    {
        await _core.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    public async Task Settle_InAnothersWayTwice_GoesThroughOnce(string state)
    {
        await HoldOneAsync();
        await Refusals.BeginAsync(_core, Refusals.OfSettledChanges, state, times: 2);

        (await RejectAsync()).IsOk.ShouldBeTrue();
        (await Refusals.TriesAsync(_core)).ShouldBe(3);
        await ShouldBeSoundAsync(entries: 2);
    }

    [Theory]
    [InlineData("40001", 3)]   // What was read has changed.
    [InlineData("40P01", 3)]   // A deadlock.
    [InlineData("55P03", 1)]   // lock_timeout.
    [InlineData("57014", 1)]   // statement_timeout.
    [InlineData("53100", 1)]   // The disk is full.
    public async Task Settle_OfAMachineThatGoesOnRefusing_IsTriedSoOftenAndChangesNothing(string state, int tries)
    {
        await HoldOneAsync();
        await Refusals.BeginAsync(_core, Refusals.OfSettledChanges, state, times: int.MaxValue);

        await Should.ThrowAsync<StoreUnavailableException>(RejectAsync);
        (await Refusals.TriesAsync(_core)).ShouldBe(tries);
        await ShouldBeSoundAsync(entries: 1);
    }

    [Fact]
    public async Task DiscardJob_InAnothersWayTwice_DoesItsPageOnce()
    {
        var early = VoterExamples.New(1);
        early.EffectiveDate = "2026-12-31";
        (await _core.PushAsync(BatchExamples.Of(1, early))).Value.Receipt.Counts.Rejected.ShouldBe(1);
        var job = (await _core.Get<FailedJobHandler>().DiscardAsync(
            Centre,
            new DiscardRequest { Filter = new FailedFilter { Range = "5201" }, Reason = "salah kirim", RequestId = Guid.NewGuid().ToString(), ConfirmedChanges = 1 },
            default)).Value;
        await Refusals.BeginAsync(_core, Refusals.OfSettledChanges, "40P01", times: 2);

        await _core.Get<JobRunner>().StepAsync(default);
        (await _core.Get<IFailedReader>().FindJobAsync(job.JobId, default))!.Job.ChangesDone.ShouldBe(1);
        (await Refusals.TriesAsync(_core)).ShouldBe(3);
        await ShouldBeSoundAsync(entries: 2);
    }

    // Each has what the other waits for, and PostgreSQL ends the settlement.
    [Fact]
    public async Task Settle_InADeadlock_BeginsAnewAndGoesThrough()
    {
        await HoldOneAsync();
        // It looks for a deadlock once, so late that there is one by then; the other never does.
        await using var core = TestCore.ConnectTo(_connectionString + ";Options=-c deadlock_timeout=3s");
        await using var other = new NpgsqlConnection(_connectionString);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await ExecuteAsync(other, "SET LOCAL deadlock_timeout = '1h'; LOCK TABLE pending_change IN SHARE MODE");

        var settling = RejectAsync(core);
        await IsSoAsync("the settlement holds the ledger and waits", "SELECT count(*) > 0 FROM pg_locks WHERE relation = 'pending_change'::regclass AND NOT granted");
        await ExecuteAsync(other, "SELECT FROM ledger_head WHERE office = '5201' FOR UPDATE");
        settling.IsCompleted.ShouldBeFalse("the ledger was let go by a settlement that was undone, not by one that ended");
        await transaction.CommitAsync();

        (await settling).IsOk.ShouldBeTrue();
        await ShouldBeSoundAsync(entries: 2);
    }

    private Task<Result<RejectHoldResponse>> RejectAsync() => RejectAsync(_core);

    private static Task<Result<RejectHoldResponse>> RejectAsync(TestCore core) => core.Get<HoldHandler>().RejectAsync(
        Centre, new RejectHoldRequest { OfficeCode = "5201", Held = new EntryRef { Position = 1 }, Reason = "salah ketik" }, default);

    private async Task HoldOneAsync() =>
        (await _core.PushAsync(BatchExamples.Of(1, VoterExamples.Upsert(VoterExamples.Record(1, birthDate: "1924-05-05"))))).Value.Receipt.Counts.Held.ShouldBe(1);

    private async Task IsSoAsync(string what, string sql)
    {
        using var timer = new PeriodicTimer(LookEvery);
        var began = TimeProvider.System.GetTimestamp();
        while (!await _core.ScalarAsync<bool>(sql))
        {
            TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromMinutes(1), what);
            await timer.WaitForNextTickAsync();
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task ShouldBeSoundAsync(int entries)
    {
        (await _core.Store.HeadOfAsync(Office, default)).Position.ShouldBe(entries);
        (await _core.Get<ChainVerifier>().VerifyAsync(Office, default)).Faults.ShouldBeEmpty();
        (await _core.Get<RebuildHandler>().CheckAsync(Office, default)).Differences.ShouldBeEmpty();
    }
}
